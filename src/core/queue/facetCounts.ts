import type { QueueEntry } from './queueEntry.ts';
import { facets, facetValues, passesFacet } from './sequenceFilter.ts';
import type { Facet, SequenceFilter } from './sequenceFilter.ts';

/** For each facet the number of entries by value, were that facet alone left free. */
export type FacetCounts = Record<Facet, Map<string, number>>;

/** Whether an entry is shown; if not, the facet that alone keeps it out, or that more than one thing does. */
export type Verdict = 'shown' | 'out' | Facet;

export function noCounts(): FacetCounts {
  const counts = {} as FacetCounts;
  for (const facet of facets) counts[facet] = new Map();
  return counts;
}

/** @param isInRange a test of everything but the facets, as `passesRanges` makes it */
export function judge(
  entry: QueueEntry,
  filter: SequenceFilter,
  isInRange: (entry: QueueEntry) => boolean,
): Verdict {
  let keptOutBy: Facet | null = null;
  for (const facet of facets) {
    if (passesFacet(entry, facet, filter.facets[facet])) continue;
    if (keptOutBy !== null) return 'out';
    keptOutBy = facet;
  }
  return isInRange(entry) ? (keptOutBy ?? 'shown') : 'out';
}

/**
 * Counts an entry in, or out again. One that a facet alone keeps out is still counted for that facet: the numbers
 * beside its values say what choosing them would show.
 */
export function countEntry(counts: FacetCounts, entry: QueueEntry, verdict: Verdict, by: 1 | -1): void {
  if (verdict === 'out') return;
  for (const facet of verdict === 'shown' ? facets : [verdict]) {
    for (const value of facetValues(entry, facet)) {
      const count = (counts[facet].get(value) ?? 0) + by;
      if (count === 0) counts[facet].delete(value);
      else counts[facet].set(value, count);
    }
  }
}
