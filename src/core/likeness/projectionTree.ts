import type { ChanceSource } from '../statistics/randomSample.ts';
import type { PictureDescriptor } from './pictureDescriptor.ts';

/** Most descriptors in one leaf: within it, all are compared with all. */
export const leafSize = 24;

function project(descriptor: PictureDescriptor, direction: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < direction.length; index += 1) {
    sum += (descriptor[index] ?? 0) * (direction[index] ?? 0);
  }
  return sum;
}

/** The direction from one member to another: where the members really differ, unlike any direction by chance. */
function directionAmong(
  descriptors: readonly PictureDescriptor[],
  members: readonly number[],
  random: ChanceSource,
): Float32Array {
  const pick = (): PictureDescriptor =>
    descriptors[members[Math.floor(random.next() * members.length)] ?? 0] ?? new Float32Array();
  const from = pick();
  const to = pick();
  return from.map((value, index) => (to[index] ?? 0) - value);
}

/**
 * Splits descriptors again and again in halves, so that near ones mostly stay together: a random projection tree
 * (S. Dasgupta and Y. Freund, Random projection trees and low dimensional manifolds, 2008), with the directions between
 * members. The work grows with n log n.
 *
 * @returns leaves with the places of their members, in an order in which neighbouring leaves are alike
 */
export function projectionLeaves(
  descriptors: readonly PictureDescriptor[],
  random: ChanceSource,
): number[][] {
  const leaves: number[][] = [];
  const split = (members: number[]): void => {
    if (members.length <= leafSize) {
      if (members.length > 0) leaves.push(members);
      return;
    }
    const direction = directionAmong(descriptors, members, random);
    const places = members
      .map((member) => ({ member, at: project(descriptors[member] ?? new Float32Array(), direction) }))
      .sort((left, right) => left.at - right.at || left.member - right.member)
      .map(({ member }) => member);
    const half = places.length >> 1;
    split(places.slice(0, half));
    split(places.slice(half));
  };
  split([...descriptors.keys()]);
  return leaves;
}
