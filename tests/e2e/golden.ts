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
}

/** Boxes near the floor come and go with the last digit; those a person would be shown do not. */
function clearDetections(text: string | undefined): string[] {
  if (!text) return [];
  return (JSON.parse(text) as WrittenDetection[])
    .filter(({ score }) => score >= 0.5)
    .map((detection) => detection.class)
    .sort();
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
  expect(written.columns).toEqual(golden.columns);
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
        expect(clearDetections(row[column]), where).toEqual(clearDetections(expected[column]));
      } else {
        expect(row[column], where).toBe(expected[column]);
      }
    }
  });
}
