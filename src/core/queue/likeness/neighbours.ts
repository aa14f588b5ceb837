import { createRandom } from '../../statistics/randomSource.ts';
import type { PictureDescriptor, unlikeness } from './pictureDescriptor.ts';
import { projectionLeaves } from './projectionTree.ts';

/** One picture among others. */
export interface Pictured {
  descriptor: PictureDescriptor;
  /** Only pictures of one kind are put into one group: what the label says, for example. */
  kind: number;
}

/** Trees to look through: a neighbour that one tree tears away stays near in another. */
const trees = 6;

/** What was found near one picture. */
export interface Neighbours {
  /** Those of the same kind that are alike, by their place in the list; each once. */
  near: number[];
  /** How far each of them is. */
  apart: number[];
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
): { neighbours: Neighbours[]; order: Uint32Array<ArrayBuffer> } {
  const descriptors = pictures.map(({ descriptor }) => descriptor);
  const neighbours = pictures.map((): Neighbours => ({ near: [], apart: [], nearest: Infinity }));
  let order = new Uint32Array();
  for (let tree = 0; tree < trees; tree += 1) {
    const found = projectionLeaves(descriptors, createRandom(41, tree));
    if (tree === 0) order = found.order;
    for (const leaf of found.leaves) comparePairs(leaf, pictures, neighbours, within, distance);
  }
  return { neighbours, order };
}

function comparePairs(
  leaf: Uint32Array,
  pictures: readonly Pictured[],
  neighbours: readonly Neighbours[],
  within: number,
  distance: typeof unlikeness,
): void {
  for (let place = 0; place < leaf.length; place += 1) {
    const one = leaf[place] as number;
    const first = pictures[one];
    const ofFirst = neighbours[one];
    if (!first || !ofFirst) continue;
    for (let next = place + 1; next < leaf.length; next += 1) {
      const other = leaf[next] as number;
      const second = pictures[other];
      const ofSecond = neighbours[other];
      if (!second || !ofSecond || ofFirst.near.includes(other)) continue;
      // What is farther than this changes nothing.
      const enough = Math.max(within, ofFirst.nearest, ofSecond.nearest);
      const apart = distance(first.descriptor, second.descriptor, enough);
      ofFirst.nearest = Math.min(ofFirst.nearest, apart);
      ofSecond.nearest = Math.min(ofSecond.nearest, apart);
      if (apart > within || first.kind !== second.kind) continue;
      ofFirst.near.push(other);
      ofFirst.apart.push(apart);
      ofSecond.near.push(one);
      ofSecond.apart.push(apart);
    }
  }
}
