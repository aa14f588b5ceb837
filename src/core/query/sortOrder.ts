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

const nothing: LikenessRanks = { novelty: new Map(), place: new Map() };

/** The number to sort by, lowest first. */
function keyOf(order: SortOrder, { novelty, place }: LikenessRanks): (entry: QueueEntry) => number {
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

/** The entries in that order; equal ones keep the order they had, so that nothing jumps. */
export function sortQueue(
  entries: readonly QueueEntry[],
  order: SortOrder,
  ranks: LikenessRanks = nothing,
): QueueEntry[] {
  if (order === 'camera') return [...entries];
  const key = keyOf(order, ranks);
  const keys = Float64Array.from(entries, key);
  return Array.from(entries.keys())
    .sort((left, right) => (keys[left] ?? 0) - (keys[right] ?? 0) || left - right)
    .flatMap((index) => entries[index] ?? []);
}
