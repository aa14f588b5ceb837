import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect } from 'vitest';

const folder = join(import.meta.dirname, 'golden');
/** Another browser version or processor may decode a JPEG a grey level apart; the model's scores follow a little. */
const tolerance = 0.02;
const scoreColumns = ['score', 'p_animal', 'p_person', 'p_vehicle'];

type Row = Record<string, string>;

function rowsOf(text: string): { columns: string[]; rows: Row[] } {
  const { data, meta } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
  return { columns: meta.fields ?? [], rows: data };
}

interface WrittenDetection {
  class: string;
  score: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The best box of each class that is surely there; weaker ones come and go with the last digit. */
function surestBoxes(text: string | undefined, least: number): Map<string, WrittenDetection> {
  const best = new Map<string, WrittenDetection>();
  if (!text) return best;
  for (const detection of JSON.parse(text) as WrittenDetection[]) {
    const known = best.get(detection.class);
    if (detection.score >= least && (!known || detection.score > known.score))
      best.set(detection.class, detection);
  }
  return best;
}

function expectSameBoxes(written: string | undefined, golden: string | undefined, where: string): void {
  const boxes = surestBoxes(written, 0.8);
  for (const [name, expected] of surestBoxes(golden, 0.9)) {
    const box = boxes.get(name);
    for (const side of ['x', 'y', 'width', 'height'] as const) {
      expect(Math.abs((box?.[side] ?? 9) - expected[side]), `${where} of ${name}, ${side}`).toBeLessThan(
        0.05,
      );
    }
  }
}

/**
 * Compares a table with its golden file: every word exactly, scores within a tolerance.
 * With `UPDATE_GOLDEN=1` the golden file is written instead.
 */
export async function expectGoldenTable(name: string, text: string): Promise<void> {
  const file = join(folder, name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    await mkdir(folder, { recursive: true });
    await writeFile(file, text);
  }
  const golden = rowsOf(await readFile(file, 'utf8'));
  const written = rowsOf(text);
  // Columns are only ever added at the end; a golden file may hold the first ones only.
  expect(written.columns.slice(0, golden.columns.length)).toEqual(golden.columns);
  expect(written.rows).toHaveLength(golden.rows.length);
  golden.rows.forEach((expected, index) => {
    const row = written.rows[index] ?? {};
    for (const column of golden.columns) {
      const where = `${name}, row ${index + 1}, ${column}`;
      if (scoreColumns.includes(column) && expected[column] !== '') {
        expect(Math.abs(Number(row[column]) - Number(expected[column])), where).toBeLessThanOrEqual(
          tolerance,
        );
      } else if (column === 'detections') {
        expectSameBoxes(row[column], expected[column], where);
      } else {
        expect(row[column], where).toBe(expected[column]);
      }
    }
  });
}
