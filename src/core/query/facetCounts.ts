import type { SurveySnapshot } from '../survey/surveySnapshot.ts';
import type { QueueEntry } from './queueEntry.ts';
import { facets, facetValues, passesFacet, passesRanges } from './sequenceFilter.ts';
import type { Facet, SequenceFilter } from './sequenceFilter.ts';

/** What a filter lets through, and how many each further choice would show. */
export interface FilteredQueue {
  entries: QueueEntry[];
  /** For each facet the number of entries by value, were that facet alone left free. */
  counts: Record<Facet, Map<string, number>>;
}

/**
 * Filters and counts in one pass. An entry that one facet alone keeps out is still counted for that facet: the numbers
 * beside its values say what choosing them would show.
 */
export function filterQueue(
  all: readonly QueueEntry[],
  filter: SequenceFilter,
  snapshot: SurveySnapshot,
): FilteredQueue {
  const counts = {} as Record<Facet, Map<string, number>>;
  for (const facet of facets) counts[facet] = new Map();
  const entries: QueueEntry[] = [];
  const isInRange = passesRanges(filter, snapshot);
  const count = (entry: QueueEntry, facet: Facet): void => {
    for (const value of facetValues(entry, facet)) {
      counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
    }
  };
  for (const entry of all) {
    let keptOutBy: Facet | null = null;
    let refusals = 0;
    for (const facet of facets) {
      if (passesFacet(entry, facet, filter.facets[facet])) continue;
      keptOutBy = facet;
      refusals += 1;
      if (refusals > 1) break;
    }
    if (refusals > 1 || !isInRange(entry)) continue;
    if (keptOutBy !== null) {
      count(entry, keptOutBy);
      continue;
    }
    entries.push(entry);
    for (const facet of facets) count(entry, facet);
  }
  return { entries, counts };
}
