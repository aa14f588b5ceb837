import { parseCsv } from '../files/csv.ts';

/** Facts about kinds of animals that somebody brought as a file: any columns, by scientific name. */
export interface SpeciesFacts {
  /** Without the column of names. */
  columns: readonly string[];
  /** By scientific name in lower case; cells in the order of the columns. */
  rows: Readonly<Record<string, readonly string[]>>;
}

/** `no-names`: no column is called scientificName. `empty`: no row names anything. */
export type FactsProblem = 'no-names' | 'empty';

function isNameColumn(column: string): boolean {
  return /^scientific[ _]?name$/i.test(column.trim());
}

/**
 * Reads a table of facts: CSV with a header, commas or semicolons or tabs between, one column named `scientificName`
 * (as Darwin Core has it). Rows without a name are skipped; of two rows of one name the later counts.
 */
export function readSpeciesFacts(text: string): SpeciesFacts | FactsProblem {
  const [header = [], ...lines] = parseCsv(text);
  const place = header.findIndex(isNameColumn);
  if (place < 0) return 'no-names';
  const others = header.flatMap((column, index) => (index === place || column.trim() === '' ? [] : [index]));
  const rows = Object.fromEntries(
    lines.flatMap((line): [string, string[]][] => {
      const name = (line[place] ?? '').trim().toLowerCase();
      return name === '' ? [] : [[name, others.map((index) => (line[index] ?? '').trim())]];
    }),
  );
  if (Object.keys(rows).length === 0) return 'empty';
  return { columns: others.map((index) => (header[index] ?? '').trim()), rows };
}

/** What is known of one kind, without empty cells. */
export function factsOf(facts: SpeciesFacts | undefined, label: string): { column: string; value: string }[] {
  const row =
    facts && Object.hasOwn(facts.rows, label.toLowerCase()) ? facts.rows[label.toLowerCase()] : null;
  if (!facts || !row) return [];
  return facts.columns.flatMap((column, index) => {
    const value = row[index] ?? '';
    return value === '' ? [] : [{ column, value }];
  });
}
