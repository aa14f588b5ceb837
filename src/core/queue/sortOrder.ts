import type { QueueEntry } from './queueEntry.ts';

/**
 * `camera`: by camera, then time. `score`: surest first. `least-sure`: nearest to the threshold first, what a person
 * has seen last. `telling`: what a look would tell most about first, and what a person has seen last. `disagreement`: frames that contradict each other first. `novelty`: unlike all others first. `alike`:
 * what looks the same stands together.
 */
export const sortOrders = [
  'camera',
  'time',
  'telling',
  'least-sure',
  'score',
  'disagreement',
  'novelty',
  'alike',
] as const;

export type SortOrder = (typeof sortOrders)[number];

/** What the pictures themselves tell, by id; entries that nothing is known of come last. */
export interface LikenessRanks {
  /** How unlike everything else, 0-1. */
  novelty: ReadonlyMap<string, number>;
  /** Place in an order in which alike stands beside alike. */
  place: ReadonlyMap<string, number>;
}

/** Before anybody looked at the pictures. */
export const noRanks: LikenessRanks = { novelty: new Map(), place: new Map() };

/** The number to sort by, lowest first. */
export function sortKey(order: SortOrder, { novelty, place }: LikenessRanks): (entry: QueueEntry) => number {
  const last = Number.MAX_VALUE;
  switch (order) {
    case 'camera':
      return () => 0;
    case 'time':
      return ({ seconds }) => seconds ?? last;
    case 'score':
      return ({ score }) => -(score ?? -1);
    case 'least-sure':
      return ({ margin, isReviewed }) => (margin ?? last / 2) + (isReviewed ? 2 : 0);
    case 'telling':
      return ({ id, worth, isReviewed }) =>
        isReviewed || worth === null ? last : -(worth + (novelty.get(id) ?? 0));
    case 'disagreement':
      return (entry) => -entry.disagreement;
    case 'novelty':
      return ({ id }) => -(novelty.get(id) ?? -1);
    case 'alike':
      return ({ id }) => place.get(id) ?? last;
  }
}
