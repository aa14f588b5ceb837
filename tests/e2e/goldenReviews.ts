import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { expect } from 'vitest';

const columns = [
  'path',
  'sequence_id',
  'observed',
  'scientific_name',
  'count',
  'labelled_by',
  'starred',
  'note',
] as const;

type ReviewedRow = Record<(typeof columns)[number], string>;

/** What people said, row by row. What the machine says of the others is another test's matter, and left out. */
export function reviewedRows(photosCsv: string): ReviewedRow[] {
  const { data } = Papa.parse<ReviewedRow>(photosCsv, { header: true, skipEmptyLines: true });
  return data.map((row) => {
    const isHuman = row.labelled_by === 'human';
    const said = (column: keyof ReviewedRow): string => (isHuman ? row[column] : '');
    return {
      path: row.path,
      sequence_id: row.sequence_id,
      observed: said('observed'),
      scientific_name: said('scientific_name'),
      count: said('count'),
      labelled_by: row.labelled_by,
      starred: row.starred,
      note: row.note,
    };
  });
}

/** Compares them with the golden file, every word. With `UPDATE_GOLDEN=1` the file is written instead. */
export async function expectGoldenReviews(name: string, rows: readonly ReviewedRow[]): Promise<void> {
  const file = join(import.meta.dirname, 'golden', name);
  const text = `${Papa.unparse([...rows], { columns: [...columns], newline: '\n' })}\n`;
  if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(file, text);
  expect(text).toBe(await readFile(file, 'utf8'));
}
