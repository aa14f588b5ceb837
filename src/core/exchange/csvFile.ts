import { csvText, type CsvCell } from '../files/csv.ts';
import type { ExportFile } from './exportFile.ts';

/** A table of an export. @param rows returns all rows at each call; its argument is that of `ExportFile.text` */
export function csvFile(
  path: string,
  columns: readonly string[],
  rows: (isMissing?: (mediaId: string) => boolean) => Iterable<readonly CsvCell[]>,
): ExportFile {
  return { path, mediaType: 'text/csv', text: (isMissing) => csvText(columns, rows(isMissing)) };
}
