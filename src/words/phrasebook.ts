/** A sentence with places `{0}`, `{1}`, … for what differs, and the same in another language. */
export type Phrase = readonly [original: string, translated: string];

function pattern(original: string): RegExp {
  const parts = original.split(/\{\d\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.+?)')}$`, 'su');
}

/**
 * Translates sentences that are made where no language is known, such as the errors of a manifest's fields.
 *
 * @param phrases the first that fits counts
 * @returns null for a sentence that is not among them
 */
export function phrasebook(phrases: readonly Phrase[]): (text: string) => string | null {
  const patterns = phrases.map(([original, translated]) => ({ pattern: pattern(original), translated }));
  return (text) => {
    for (const { pattern: fits, translated } of patterns) {
      const found = fits.exec(text);
      if (found) return translated.replace(/\{(\d)\}/g, (_, place) => found[Number(place) + 1] ?? '');
    }
    return null;
  };
}
