import type { ObservedTaxon } from '../taxa/observation.ts';

/** A name as often as somebody has given it. */
export interface UsedName {
  taxon: ObservedTaxon;
  uses: number;
}

/** How often a name must have been given before it gets a letter: once may be a slip. */
const leastUses = 2;

/** Letters of a name in the order in which they would be remembered: of its words' beginnings, then the others. */
function lettersOf({ commonName, scientificName }: ObservedTaxon): string[] {
  const words = (commonName ?? scientificName)
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  // "red fox" is a fox before it is red.
  return [
    ...words.toReversed().map(([first = '']) => first),
    ...words.toReversed().flatMap((word) => Array.from(word)),
  ];
}

/**
 * A letter for each of the names given most often. A name keeps the letter it has, because hands remember; another one
 * gets a letter of its own name where one is free, else any.
 *
 * @param free letters that may be given
 * @param before letters by scientific name, as they were
 * @returns letters by scientific name
 */
export function speciesLetters(
  used: readonly UsedName[],
  free: readonly string[],
  before: ReadonlyMap<string, string> = new Map(),
): Map<string, string> {
  const frequent = used
    .filter(({ uses }) => uses >= leastUses)
    .toSorted(
      (left, right) =>
        right.uses - left.uses || (left.taxon.scientificName < right.taxon.scientificName ? -1 : 1),
    )
    .slice(0, free.length);
  const left = new Set(free);
  const letters = new Map<string, string>();
  for (const { taxon } of frequent) {
    const letter = before.get(taxon.scientificName);
    if (letter !== undefined && left.delete(letter)) letters.set(taxon.scientificName, letter);
  }
  for (const { taxon } of frequent) {
    if (letters.has(taxon.scientificName)) continue;
    const letter = [...lettersOf(taxon), ...free].find((one) => left.has(one));
    if (letter === undefined) break;
    left.delete(letter);
    letters.set(taxon.scientificName, letter);
  }
  return letters;
}
