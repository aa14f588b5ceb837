import Papa from 'papaparse';

export type CsvCell = string | number | boolean | null;

/** Rows that are put into one piece of text. */
const rowsPerPiece = 1000;

/**
 * A table as RFC 4180 text in UTF-8, piece by piece: commas, CRLF, quotes doubled, a header line. No byte order mark:
 * base R and Python would read it into the name of the first column.
 * Cells that a spreadsheet would run as a formula get an apostrophe in front (OWASP, "CSV injection"), also in their
 * middle, for one that splits lines at semicolons; numbers do not, so that negative coordinates stay numbers.
 * `unguarded` takes it away again.
 *
 * @param isNumber for cells that hold a number as it was written elsewhere, with all its zeros
 */
export function* csvText(
  columns: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
  isNumber: (text: string, column: number) => boolean = () => false,
): Generator<string, void> {
  let piece: CsvCell[][] = [[...columns]];
  for (const row of rows) {
    piece.push(
      row.map((cell, column) =>
        typeof cell === 'string' && !isNumber(cell, column) ? guarded(cell) : (cell ?? ''),
      ),
    );
    if (piece.length < rowsPerPiece) continue;
    yield lines(piece);
    piece = [];
  }
  if (piece.length > 0) yield lines(piece);
}

function lines(rows: CsvCell[][]): string {
  // Without `skipEmptyLines`, a row of one empty cell would vanish when it is read again.
  return `${Papa.unparse(rows, { newline: '\r\n' })}\r\n`;
}

/** The same as one string. */
export function toCsv(columns: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  return [...csvText(columns, rows)].join('');
}

/**
 * Text with an apostrophe where a spreadsheet would run it: at its start, and after what other spreadsheets split cells
 * at, whatever quotes stand round the whole.
 */
function guarded(text: string): string {
  // The full-width forms count too: spreadsheets in East Asian locales take them for the ASCII ones.
  // Text that already looks guarded gets one more, so that no name is changed by writing and reading.
  const within = text.replace(/([;\t\r\n])(?='* *"*'*[=+\-@＝＋－＠])/g, "$1'");
  return /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${within}` : within;
}

/** Takes away the apostrophes that `csvText` puts before what a spreadsheet would run. */
export function unguarded(cell: string): string {
  const whole = /^''*[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
  return whole.replace(/([;\t\r\n])'(?='* *"*'*[=+\-@＝＋－＠])/g, '$1');
}

/** A probability or a coordinate with a fixed number of digits, so that files do not change with the runtime's formatting. */
export function fixed(value: number, digits = 4): string {
  return value.toFixed(digits);
}

/**
 * Lines of cells from CSV text: commas, semicolons or tabs, quotes, any line ends, with or without byte order mark.
 * The first line says what separates the cells: further down, semicolons and tabs are often part of what somebody wrote.
 */
export function parseCsv(text: string): string[][] {
  const plain = text.replace(/^\uFEFF/, '');
  return Papa.parse<string[]>(plain, { delimiter: separatorOf(plain), skipEmptyLines: 'greedy' }).data;
}

/** The separator that makes the most cells of the first line that is not empty; a comma where none makes more than one. */
function separatorOf(text: string): string {
  const head = text.trimStart();
  const cellsBy = (delimiter: string): number =>
    Papa.parse<string[]>(head, { delimiter, preview: 1 }).data[0]?.length ?? 0;
  return [',', ';', '\t'].reduce((best, next) => (cellsBy(next) > cellsBy(best) ? next : best));
}
