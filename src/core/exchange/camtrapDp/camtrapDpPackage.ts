import { csvText, parseCsv, unguarded } from '../../files/csv.ts';
import { UnreadableFileError } from '../../files/unreadableFile.ts';
import { listOf, recordOf, wordOf } from '../../files/json/jsonValue.ts';
import { camtrapDpSchema, camtrapDpTables, numberPattern, type CamtrapDpTable } from './camtrapDpSchema.ts';

/** A table as it was written: every column and every cell, known or not. */
export interface CamtrapDpRows {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

export interface CamtrapDpPackage {
  descriptor: Readonly<Record<string, unknown>>;
  tables: Readonly<Record<CamtrapDpTable, CamtrapDpRows>>;
}

function readTable(text: string): CamtrapDpRows {
  const [columns = [], ...rows] = parseCsv(text);
  return { columns, rows: rows.map((row) => row.map(unguarded)) };
}

/** Where the table lies beside `datapackage.json`. */
function pathOf(descriptor: Readonly<Record<string, unknown>>, table: CamtrapDpTable): string {
  const resource = (listOf(descriptor['resources']) ?? []).map(recordOf).find(({ name }) => name === table);
  return wordOf(resource?.['path']) ?? `${table}.csv`;
}

/**
 * Reads a package from its files.
 *
 * @param files text by path, beside `datapackage.json`
 * @throws UnreadableFileError when a part is missing or cannot be read
 */
export function readCamtrapDp(files: ReadonlyMap<string, string>): CamtrapDpPackage {
  const json = files.get('datapackage.json');
  if (json === undefined) {
    throw new UnreadableFileError('no-package');
  }
  let descriptor: Readonly<Record<string, unknown>>;
  try {
    descriptor = recordOf(JSON.parse(json.replace(/^\uFEFF/, '')));
  } catch {
    throw new UnreadableFileError('damaged-package');
  }
  const tables = Object.fromEntries(
    camtrapDpTables.map((table) => {
      const path = pathOf(descriptor, table);
      const text = files.get(path);
      if (text === undefined) throw new UnreadableFileError('package-lacks', path);
      return [table, readTable(text)];
    }),
  ) as CamtrapDpPackage['tables'];
  return { descriptor, tables };
}

/** The rows of a table by the names of its columns; missing cells are empty. */
export function* recordsOf({ columns, rows }: CamtrapDpRows): Generator<Readonly<Record<string, string>>> {
  for (const row of rows) {
    yield Object.fromEntries(columns.map((column, index) => [column, row[index] ?? '']));
  }
}

/** Writes a package as it was read. @returns text by path */
export function camtrapDpFiles({ descriptor, tables }: CamtrapDpPackage): Map<string, string> {
  const files = new Map([['datapackage.json', `${JSON.stringify(descriptor, null, 2)}\n`]]);
  for (const table of camtrapDpTables) {
    const { columns, rows } = tables[table];
    const types = columns.map((column) => camtrapDpSchema[table].find(({ name }) => name === column)?.type);
    const isNumber = (text: string, column: number): boolean =>
      (types[column] === 'number' || types[column] === 'integer') && numberPattern.test(text);
    files.set(pathOf(descriptor, table), [...csvText(columns, rows, isNumber)].join(''));
  }
  return files;
}
