/** The part of `decisions.json` that tells what in a table of truth could not be taken for what it says. */
export interface WrittenTruth {
  unmatchedTruth: readonly string[];
  unknownTruthWords: readonly { word: string; photos: number; meant: string | null }[];
}

const mostShown = 20;

const photosWords = (count: number): string => `${count} ${count === 1 ? 'photo' : 'photos'}`;

/** So many of them, and how many are left out. */
function listed(items: readonly string[]): string {
  const left = items.length - mostShown;
  return items.slice(0, mostShown).join(', ') + (left > 0 ? ` and ${left} more` : '');
}

/** What to look at in a table of truth before its figures are believed, as text for a terminal; empty for nothing. */
export function truthRemarks({ unmatchedTruth, unknownTruthWords }: WrittenTruth): string {
  const slips = unknownTruthWords.filter(({ meant }) => meant !== null);
  const others = unknownTruthWords.filter(({ meant }) => meant === null);
  const lines = [
    ...(unmatchedTruth.length > 0
      ? [`${photosWords(unmatchedTruth.length)} of the table not found here: ${listed(unmatchedTruth)}`]
      : []),
    ...(slips.length > 0
      ? [
          'Words of the table that may be slips of the pen; until they are mended, each counts as an animal of that name:',
          ...slips.map(
            ({ word, photos, meant }) => `  "${word}": did you mean "${meant}"? (${photosWords(photos)})`,
          ),
        ]
      : []),
    ...(others.length > 0
      ? [
          `Names that the model does not know, each counted as an animal of that name: ${listed(
            others.map(({ word, photos }) => `${word} (${photos})`),
          )}`,
        ]
      : []),
  ];
  return lines.length === 0 ? '' : `\n${lines.join('\n')}\n`;
}
