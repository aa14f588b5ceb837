import { unguarded } from '../../files/csv.ts';
import { spellingsOf } from '../../taxa/labelName.ts';

/** What somebody says is in one photo. */
export interface TruthRow {
  /** As written: a name, or a path, or its last folders. */
  file: string;
  /** Every label of the photo; the same photo in several lines has several. */
  labels: string[];
}

/** Headings under which people keep the same thing, best first; spelling is forgiven. */
const fileHeadings = [
  'file',
  'file path',
  'file name',
  'path',
  'relative path',
  'image',
  'image path',
  'image name',
  'image id',
  'photo',
  'media',
  'media id',
  'original file name',
];
const labelHeadings = [
  'label',
  'truth',
  'true label',
  'species',
  'scientific name',
  'common name',
  'vernacular name',
  'class',
  'category',
  'name',
  'animal',
  'observation type',
];

/** The column under the best of the headings wanted; -1 for none. */
function columnOf(head: readonly string[], wanted: readonly string[]): number {
  for (const name of wanted) {
    const place = head.findIndex(
      (cell) => cell.replace(/[^\p{L}]/gu, '').toLowerCase() === name.replace(/ /g, ''),
    );
    if (place >= 0) return place;
  }
  return -1;
}

/** The names in a cell: several have `|`, `+` or `; ` between. Ranks of one taxon have no blank behind their `;`. */
function wordsIn(cell: string): string[] {
  return cell
    .split(/[|+]|;\s/)
    .map((word) => word.trim())
    .filter((word) => spellingsOf(word).length > 0);
}

/**
 * Reads a table of what is in photos, headings first, in any order of columns and any of many spellings. Lines without
 * a file or a label are passed over.
 *
 * @throws RangeError that names the columns it found, when there is none for the file or the label
 */
export function parseTruth(lines: readonly (readonly string[])[]): TruthRow[] {
  const [head = [], ...body] = lines;
  const file = columnOf(head, fileHeadings);
  const label = columnOf(head, labelHeadings);
  if (file < 0 || label < 0) {
    const missing = file < 0 ? '"file"' : '"label"';
    throw new RangeError(`There is no column ${missing}. The columns are ${head.join(', ') || 'missing'}.`);
  }
  const rows = new Map<string, TruthRow>();
  for (const line of body) {
    const name = unguarded(line[file] ?? '')
      .trim()
      .replaceAll('\\', '/')
      .replace(/^\.?\//, '');
    const words = wordsIn(unguarded(line[label] ?? ''));
    if (name === '' || words.length === 0) continue;
    const row = rows.get(name) ?? { file: name, labels: [] };
    row.labels.push(...words.filter((word) => !row.labels.includes(word)));
    rows.set(name, row);
  }
  return [...rows.values()];
}

/**
 * The same table with one word in place of another, wherever it stands for itself; its cells without the guards that
 * `toCsv` sets before formulas.
 */
export function renameTruth(lines: readonly (readonly string[])[], word: string, meant: string): string[][] {
  const label = columnOf(lines[0] ?? [], labelHeadings);
  return lines.map((line, row) =>
    line.map(unguarded).map((cell, column) => {
      if (row === 0 || column !== label) return cell;
      const words = wordsIn(cell);
      return words.includes(word) ? words.map((one) => (one === word ? meant : one)).join(' | ') : cell;
    }),
  );
}

/** Truth that was found for photos, and what was not. */
export interface MatchedTruth {
  /** Labels by the path of the photo. */
  byPath: Map<string, readonly string[]>;
  /** Files of the table that are no photo, or that more than one photo could be. */
  unmatched: string[];
}

/** A path and every shorter one that ends it: `a/b/c.jpg`, `b/c.jpg`, `c.jpg`. In lower case, as cards are. */
function* endings(path: string): Generator<string> {
  let rest = path.toLowerCase();
  yield rest;
  for (let cut = rest.indexOf('/'); cut >= 0; cut = rest.indexOf('/')) yield (rest = rest.slice(cut + 1));
}

/**
 * Finds the photo of each row: the one whose path ends in the row's, or whose path the row's ends in; the longest part
 * that only one photo has.
 */
export function matchTruth(rows: readonly TruthRow[], paths: readonly string[]): MatchedTruth {
  const byEnding = new Map<string, string | null>();
  for (const path of paths) {
    for (const ending of endings(path)) byEnding.set(ending, byEnding.has(ending) ? null : path);
  }
  const byPath = new Map<string, readonly string[]>();
  const unmatched: string[] = [];
  for (const { file, labels } of rows) {
    let found: string | null = null;
    for (const ending of endings(file)) {
      found = byEnding.get(ending) ?? null;
      if (found !== null) break;
    }
    if (found === null) unmatched.push(file);
    else byPath.set(found, [...(byPath.get(found) ?? []), ...labels]);
  }
  return { byPath, unmatched };
}
