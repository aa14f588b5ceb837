import { csvText, type CsvCell } from './csv.ts';
import type { ExportFile } from './exportFile.ts';

/** A table of an export. @param rows makes them anew each time it is called */
export function csvFile(
  path: string,
  columns: readonly string[],
  rows: () => Iterable<readonly CsvCell[]>,
): ExportFile {
  return { path, mediaType: 'text/csv', text: () => csvText(columns, rows()) };
}
