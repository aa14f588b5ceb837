import type { ChanceSource } from '../../statistics/randomSample.ts';
import type { PictureDescriptor } from './pictureDescriptor.ts';
import { sortPlaces } from './sortPlaces.ts';

/** Most descriptors in one leaf: within it, all are compared with all. */
export const leafSize = 24;

const none = new Float32Array();

function project(descriptor: PictureDescriptor, direction: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < direction.length; index += 1) {
    sum += (descriptor[index] as number) * (direction[index] as number);
  }
  // A descriptor that is no number belongs nowhere, and must not take others along.
  return Number.isNaN(sum) ? 0 : sum;
}

/** The direction from one member to another: where the members really differ, unlike any direction by chance. */
function directionAmong(
  descriptors: readonly PictureDescriptor[],
  members: Uint32Array,
  random: ChanceSource,
): Float32Array {
  const pick = (): PictureDescriptor =>
    descriptors[members[Math.floor(random.next() * members.length)] ?? 0] ?? none;
  const from = pick();
  const to = pick();
  return from.map((value, index) => (to[index] ?? 0) - value);
}

/** Descriptors in an order in which alike mostly stands beside alike, cut into leaves of those that are near. */
interface ProjectionLeaves {
  /** Places in the list. */
  order: Uint32Array<ArrayBuffer>;
  /** Parts of `order`, one after the other. */
  leaves: Uint32Array[];
}

/**
 * Splits descriptors again and again in halves, so that near ones mostly stay together: a random projection tree
 * (S. Dasgupta and Y. Freund, Random projection trees and low dimensional manifolds, 2008), with the directions between
 * members. The work grows with n log n.
 */
export function projectionLeaves(
  descriptors: readonly PictureDescriptor[],
  random: ChanceSource,
): ProjectionLeaves {
  const order = Uint32Array.from(descriptors.keys());
  const leaves: Uint32Array[] = [];
  const split = (members: Uint32Array): void => {
    if (members.length <= leafSize) {
      if (members.length > 0) leaves.push(members);
      return;
    }
    const direction = directionAmong(descriptors, members, random);
    // Descriptors lie in memory as they do in the list: read in that order, they come several times faster.
    members.sort();
    const numbers = new Float64Array(members.length);
    for (let index = 0; index < members.length; index += 1) {
      numbers[index] = project(descriptors[members[index] as number] ?? none, direction);
    }
    sortPlaces(members, numbers);
    const half = members.length >> 1;
    split(members.subarray(0, half));
    split(members.subarray(half));
  };
  split(order);
  return { order, leaves };
}
