import Papa from 'papaparse';

export type CsvCell = string | number | null;

/**
 * A table as RFC 4180 text in UTF-8: commas, CRLF, quotes doubled, a header line. No byte order mark: base R and
 * Python would read it into the name of the first column.
 * Cells that a spreadsheet would run as a formula get an apostrophe in front (OWASP, "CSV injection"); numbers do not,
 * so that negative coordinates stay numbers.
 */
export function toCsv(columns: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const data = [...rows].map((row) =>
    row.map((cell) => (typeof cell === 'string' ? guard(cell) : (cell ?? ''))),
  );
  return `${Papa.unparse([[...columns], ...data], { newline: '\r\n' })}\r\n`;
}

function guard(text: string): string {
  // The full-width forms count too: spreadsheets in East Asian locales take them for the ASCII ones.
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

/** A probability or a coordinate with a fixed number of digits, so that files do not change with the runtime's formatting. */
export function fixed(value: number, digits = 4): string {
  return value.toFixed(digits);
}

/** Lines of cells from CSV text: commas, semicolons or tabs, quotes, any line ends, with or without byte order mark. */
export function parseCsv(text: string): string[][] {
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' }).data;
}
