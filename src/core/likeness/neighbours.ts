import { createRandom } from '../drawn/randomSource.ts';
import type { unlikeness } from './pictureDescriptor.ts';
import { type PictureDescriptor } from './pictureDescriptor.ts';
import { projectionLeaves } from './projectionTree.ts';

/** One picture among others. */
export interface Pictured {
  id: string;
  descriptor: PictureDescriptor;
  /** Only pictures of one kind are put into one group: what the label says, for example. */
  kind: string;
}

/** Trees to look through: a neighbour that one tree tears away stays near in another. */
const trees = 6;

/** What was found near one picture. */
export interface Neighbours {
  /** Distances to those of the same kind that are alike, by their place in the list. */
  near: Map<number, number>;
  /** Distance to the nearest of any kind; infinite where none was compared. */
  nearest: number;
}

/**
 * Neighbours of each picture, as far as the trees show them, and an order in which alike mostly stands beside alike.
 *
 * @param within how far apart two may be to be alike
 */
export function findNeighbours(
  pictures: readonly Pictured[],
  within: number,
  distance: typeof unlikeness,
): { neighbours: Neighbours[]; order: number[] } {
  const descriptors = pictures.map(({ descriptor }) => descriptor);
  const neighbours = pictures.map((): Neighbours => ({ near: new Map(), nearest: Infinity }));
  let order: number[] = [];
  for (let tree = 0; tree < trees; tree += 1) {
    const leaves = projectionLeaves(descriptors, createRandom(41, tree));
    if (tree === 0) order = leaves.flat();
    for (const leaf of leaves) comparePairs(leaf, pictures, neighbours, within, distance);
  }
  return { neighbours, order };
}

function comparePairs(
  leaf: readonly number[],
  pictures: readonly Pictured[],
  neighbours: readonly Neighbours[],
  within: number,
  distance: typeof unlikeness,
): void {
  for (const [place, one] of leaf.entries()) {
    const first = pictures[one];
    const ofFirst = neighbours[one];
    if (!first || !ofFirst) continue;
    for (const other of leaf.slice(place + 1)) {
      const second = pictures[other];
      const ofSecond = neighbours[other];
      if (!second || !ofSecond || ofFirst.near.has(other)) continue;
      const apart = distance(first.descriptor, second.descriptor);
      ofFirst.nearest = Math.min(ofFirst.nearest, apart);
      ofSecond.nearest = Math.min(ofSecond.nearest, apart);
      if (apart > within || first.kind !== second.kind) continue;
      ofFirst.near.set(other, apart);
      ofSecond.near.set(one, apart);
    }
  }
}
