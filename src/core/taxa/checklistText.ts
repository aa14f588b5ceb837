import { parseCsv } from '../files/csv.ts';
import type { ChecklistEntry } from './checklist.ts';
import { spellingsOf } from './labelName.ts';

/** Columns that hold a name, in the spellings of Camtrap DP, Darwin Core, Wildlife Insights and plain lists. */
const nameColumns = [
  'scientific name',
  'common name',
  'vernacular name',
  'species',
  'taxon',
  'name',
  'label',
];

/** Without bullets, numbers and quotes. */
function bare(name: string): string {
  return name
    .replace(/^[\s\-*•·"'“”]+|^\s*\d+[.)]\s*|["'“”\s]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The names of one species: its own, those after a `=`, and one in brackets, unless that is an author with a year. */
function synonymsIn(part: string): string[] {
  const bracketed = [...part.matchAll(/\(([^)]*)\)/g)].flatMap(([, inside = '']) =>
    /\d|;/.test(inside) ? [] : [inside],
  );
  const named = part.replace(/\([^)]*\)/g, ' ').split('=');
  return [...named, ...bracketed].map(bare).filter((name) => spellingsOf(name).length > 0);
}

/** Whether a table's first line names its columns and one of them holds names; then the rest are rows of species. */
function isTable([head = [], ...rows]: readonly (readonly string[])[]): boolean {
  const wanted = new Set([...nameColumns, 'genus'].flatMap(spellingsOf));
  return rows.length > 0 && head.some((cell) => spellingsOf(cell).some((spelling) => wanted.has(spelling)));
}

/**
 * Reads pasted names: one per line, or several divided by commas or tabs. Several names of one species have a `=`
 * between them, or the other in brackets. Bullets, numbers, quotes, authors with a year in brackets and what follows a
 * `#` are left out. A line of ranks with semicolons is one taxon. A table with headings, as from a spreadsheet, is read
 * by its columns of names (`checklistFromRows`).
 */
export function checklistFromText(text: string): ChecklistEntry[] {
  const plain = text.replace(/^\uFEFF/, '');
  const table = parseCsv(plain);
  if (isTable(table)) {
    const [head = [], ...rows] = table;
    return checklistFromRows(
      rows.map((cells) => Object.fromEntries(head.map((column, place) => [column, cells[place] ?? '']))),
    );
  }
  return plain
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*$/, '').replace(/\([^)]*[\d,][^)]*\)/g, ' '))
    .flatMap((line) => line.split(/[,\t]/))
    .flatMap((part) => (/^[^;]*;[^;]*$/.test(part) ? part.split(';') : [part]))
    .map(synonymsIn)
    .filter((names) => names.length > 0);
}

/** A rank of its own and the epithet beside it, as Wildlife Insights has them, make one scientific name. */
function binomial(row: Map<string, string>): string | null {
  const genus = row.get('genus');
  const species = row.get('species');
  return genus && species && !species.includes(' ') ? `${genus} ${species}` : null;
}

/**
 * Reads the rows of a table: every column that holds a name is one more name of the row's species.
 *
 * @param rows by column name, as a CSV parser gives them
 */
export function checklistFromRows(rows: readonly Readonly<Record<string, string>>[]): ChecklistEntry[] {
  const wanted = new Set(nameColumns.flatMap(spellingsOf));
  return rows
    .map((row) => {
      const cells = new Map(
        Object.entries(row).map(([column, cell]) => [spellingsOf(column)[0] ?? '', cell.trim()]),
      );
      const joined = binomial(cells);
      const names = Object.entries(row)
        .filter(([column]) => spellingsOf(column).some((spelling) => wanted.has(spelling)))
        .map(([column, cell]) => (joined && spellingsOf(column)[0] === 'species' ? joined : cell.trim()));
      return [...new Set(names)].filter((name) => spellingsOf(name).length > 0);
    })
    .filter((names) => names.length > 0);
}
