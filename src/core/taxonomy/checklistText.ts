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

/**
 * Reads pasted names: one per line, or several divided by commas or tabs. Bullets, numbers, quotes, authors in brackets
 * and what follows a `#` are left out. A line of ranks with semicolons is one taxon.
 */
export function checklistFromText(text: string): ChecklistEntry[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*$/, '').replace(/\([^)]*\)/g, ' '))
    .flatMap((line) => line.split(/[,\t]/))
    .flatMap((part) => (/^[^;]*;[^;]*$/.test(part) ? part.split(';') : [part]))
    .map((name) =>
      name
        .replace(/^[\s\-*•·"'“”]+|^\s*\d+[.)]\s*|["'“”\s]+$/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((name) => spellingsOf(name).length > 0)
    .map((name) => [name]);
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
