import { nearestName } from '../../taxa/nearestName.ts';
import type { TruthReader } from './truthObservation.ts';
import type { TruthRow } from './truthTable.ts';

/** A word of a table of truth that is no name of the model's and no word that every table uses. */
export interface UnknownWord {
  word: string;
  /** Of the table. */
  photos: number;
  /** What was probably meant; null where nothing is near, as for a species that no model names. */
  meant: string | null;
}

/** How many times as often another word of the table must stand in it, to be what was meant. */
const usual = 3;

/**
 * The words that a table of truth counts as animals of that name for want of anything better: species that the model
 * does not know, and slips of the pen. Slips come first, then the most frequent.
 */
export function unknownWords(
  rows: readonly TruthRow[],
  reader: Pick<TruthReader, 'knows' | 'names'>,
): UnknownWord[] {
  const counts = new Map<string, number>();
  for (const { labels } of rows) {
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const words = [...counts].filter(([word]) => !reader.knows(word));
  return words
    .map(([word, photos]): UnknownWord => {
      const others = words.flatMap(([other, times]) => (times >= usual * photos ? [other] : []));
      return { word, photos, meant: nearestName(word, [...reader.names, ...others]) };
    })
    .sort(
      (left, right) =>
        Number(left.meant === null) - Number(right.meant === null) ||
        right.photos - left.photos ||
        (left.word < right.word ? -1 : 1),
    );
}
