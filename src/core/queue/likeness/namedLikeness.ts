import type { FoundLikeness } from './likeness.ts';

/** Pictures that look the same, the most typical first. */
export interface LikenessGroup {
  ids: readonly string[];
}

/** What looks like what, by the ids of the pictures. */
export interface Likeness {
  /** Groups of two and more, the largest first. */
  groups: readonly LikenessGroup[];
  /** Every id's place in an order in which alike stands beside alike: groups first, the largest in front. */
  place: ReadonlyMap<string, number>;
  /** How unlike all others a picture is, 0-1. */
  novelty: ReadonlyMap<string, number>;
}

/** Nothing is known of any picture. */
export const unknownLikeness: Likeness = { groups: [], place: new Map(), novelty: new Map() };

/** Says what was found of a list of pictures by their ids. @param ids one for each picture of the list */
export function nameLikeness(ids: readonly string[], { order, sizes, novelty }: FoundLikeness): Likeness {
  const inOrder = Array.from(order, (member) => ids[member] ?? '');
  let from = 0;
  return {
    groups: Array.from(sizes, (size) => ({ ids: inOrder.slice(from, (from += size)) })),
    place: new Map(inOrder.map((id, place) => [id, place])),
    novelty: new Map(ids.map((id, member) => [id, novelty[member] ?? 1])),
  };
}
