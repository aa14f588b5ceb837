import type { SurveySnapshot } from '../survey/surveySnapshot.ts';
import type { QueueEntry } from './queueEntry.ts';
import { searchText, wordsOf } from './searchText.ts';

/** The properties that are chosen from a list, with counts. */
export const facets = ['label', 'camera', 'state', 'gate', 'review', 'mark', 'failure'] as const;
export type Facet = (typeof facets)[number];

/** Both ends included. */
export type Range<Value> = readonly [Value, Value];

/** Which stacks are shown: those that every part lets through. A facet without a choice lets all through. */
export interface SequenceFilter {
  facets: Readonly<Record<Facet, readonly string[]>>;
  /** First and last day, `YYYY-MM-DD`; null for no limit on that side. */
  from: string | null;
  to: string | null;
  /** Hours 0-23 on the civil clock; `[20, 5]` is the night over midnight. */
  hours: Range<number> | null;
  /** Of the machine's label, 0-1. */
  score: Range<number> | null;
  /** Words that all must occur in a path, a name, a note or a behaviour. */
  text: string;
}

export const everything: SequenceFilter = {
  facets: { label: [], camera: [], state: [], gate: [], review: [], mark: [], failure: [] },
  from: null,
  to: null,
  hours: null,
  score: null,
  text: '',
};

/** The values an entry has of a facet: any of them lets it through. */
export function facetValues(entry: QueueEntry, facet: Facet): readonly string[] {
  switch (facet) {
    case 'label':
      return entry.labels;
    case 'camera':
      return [entry.deployment];
    case 'state':
      return entry.triage === null ? [] : [entry.triage];
    case 'gate':
      return entry.gate === null ? [] : [entry.gate];
    case 'review':
      return entry.failure === null ? [entry.isReviewed ? 'reviewed' : 'unreviewed'] : [];
    case 'mark':
      return [
        ...(entry.isStarred ? ['starred'] : []),
        ...(entry.hasNote ? ['noted'] : []),
        ...(entry.isDamaged ? ['damaged'] : []),
      ];
    case 'failure':
      return entry.failure === null ? [] : [entry.failure];
  }
}

/** Whether a choice of a facet lets an entry through. Photos that failed are shown only when asked for. */
export function passesFacet(entry: QueueEntry, facet: Facet, chosen: readonly string[]): boolean {
  if (chosen.length > 0) return facetValues(entry, facet).some((value) => chosen.includes(value));
  return facet !== 'failure' || entry.failure === null;
}

function passesHours(hour: number | null, [first, last]: Range<number>): boolean {
  if (hour === null) return false;
  return first <= last ? hour >= first && hour <= last : hour >= first || hour <= last;
}

/** A test of everything but the facets: dates, hours, score and words. */
export function passesRanges(
  filter: SequenceFilter,
  snapshot: SurveySnapshot,
): (entry: QueueEntry) => boolean {
  const { from, to, hours, score } = filter;
  const words = wordsOf(filter.text);
  return (entry) => {
    if (from !== null && (entry.date === null || entry.date < from)) return false;
    if (to !== null && (entry.date === null || entry.date > to)) return false;
    if (hours !== null && !passesHours(entry.hour, hours)) return false;
    if (score !== null && (entry.score === null || entry.score < score[0] || entry.score > score[1])) {
      return false;
    }
    if (words.length === 0) return true;
    const text = searchText(entry, snapshot);
    return words.every((word) => text.includes(word));
  };
}

/** True when the filter lets everything through but failed photos. */
export function isEverything(filter: SequenceFilter): boolean {
  const { from, to, hours, score } = filter;
  return (
    facets.every((facet) => filter.facets[facet].length === 0) &&
    [from, to, hours, score].every((part) => part === null) &&
    filter.text.trim() === ''
  );
}
