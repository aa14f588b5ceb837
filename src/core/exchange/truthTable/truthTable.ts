import { observationOf, type Observation } from '../../taxa/observation.ts';
import { roleOfWord } from '../../taxa/roleOfWord.ts';
import { unguarded } from '../../files/csv.ts';
import type { ImportedLabel } from '../importedLabels.ts';
import type { TruthColumns, TruthField } from './truthColumns.ts';

export interface TruthTable {
  labels: readonly ImportedLabel[];
  /** Rows that say nothing that can be used, counted from 1 with the headings, with the reason. */
  passedOver: readonly { row: number; reason: TruthProblem }[];
}

/** Why a row of a table of labels was passed over. */
export type TruthProblem = 'no photo' | 'no word';

/** `animal` itself names no kind. */
function observationIn(word: string, count: number | null): Observation {
  const known = roleOfWord(word);
  const role = known ?? 'animal';
  return {
    ...observationOf(role, known === null ? { taxon: null, scientificName: word, commonName: null } : null),
    count: role === 'blank' || count === null || !(count >= 1) ? null : Math.floor(count),
  };
}

/**
 * What people said, from any table with a row per photo, or several rows where several kinds are in one. A cell may
 * name several kinds with `|`, `;` or `+` between them. A row may also hold a note alone.
 *
 * @param lines headings first
 * @param columns which column holds what
 */
export function readTruthTable(lines: readonly (readonly string[])[], columns: TruthColumns): TruthTable {
  const passedOver: { row: number; reason: TruthProblem }[] = [];
  const byFile = new Map<
    string,
    { observations: Observation[]; by: string; at: string | null; notes: Set<string> }
  >();
  for (const [index, line] of lines.slice(1).entries()) {
    const cell = (field: TruthField): string => {
      const column = columns[field];
      return column === null ? '' : unguarded(line[column] ?? '').trim();
    };
    const name = cell('file');
    const words = cell('species')
      .split(/[|;+]/)
      .map((word) => word.trim())
      .filter((word) => word !== '');
    const note = cell('note');
    if (name === '' || (words.length === 0 && note === '')) {
      passedOver.push({ row: index + 2, reason: name === '' ? 'no photo' : 'no word' });
      continue;
    }
    const folder = cell('folder');
    const file = folder === '' || name.includes('/') || name.includes('\\') ? name : `${folder}/${name}`;
    const amount = cell('count') === '' ? null : Number(cell('count'));
    const time = Date.parse(cell('time'));
    const known = byFile.get(file) ?? { observations: [], by: '', at: null, notes: new Set() };
    byFile.set(file, known);
    known.observations.push(...words.map((word) => observationIn(word, words.length === 1 ? amount : null)));
    if (note !== '') known.notes.add(note);
    known.by ||= cell('person');
    if (!Number.isNaN(time)) known.at = new Date(time).toISOString();
  }
  const labels = [...byFile].map(([file, { observations, by, at, notes }]) => {
    const seen = observations.filter(({ role }) => role !== 'blank');
    // A row that says blank beside one that names an animal adds nothing.
    return {
      files: [file],
      observations: seen.length > 0 || observations.length === 0 ? seen : [observationOf('blank')],
      by: by || 'unknown',
      at,
      ...(notes.size > 0 ? { note: [...notes].join('\n') } : {}),
    };
  });
  return { labels, passedOver };
}
