import type { ObservedTaxon } from '../observation/observation.ts';
import type { SnapshotPhoto } from '../survey/surveySnapshot.ts';
import type { UsedName } from './speciesLetters.ts';

/**
 * The names people have given, most often first. Photos of one sequence named at one moment count once: it is one
 * keystroke that is learned from.
 */
export function namesInUse(photos: Iterable<SnapshotPhoto>): UsedName[] {
  const used = new Map<string, { taxon: ObservedTaxon; moments: Set<string> }>();
  for (const { observations } of photos) {
    for (const { taxon, provenance } of observations) {
      if (taxon === null || provenance.by !== 'human') continue;
      const known = used.get(taxon.scientificName) ?? { taxon, moments: new Set() };
      known.moments.add(provenance.at);
      used.set(taxon.scientificName, known);
    }
  }
  return [...used.values()]
    .map(({ taxon, moments }) => ({ taxon, uses: moments.size }))
    .sort(
      (left, right) =>
        right.uses - left.uses || (left.taxon.scientificName < right.taxon.scientificName ? -1 : 1),
    );
}
