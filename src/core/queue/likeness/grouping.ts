import { findNeighbours, type Neighbours, type Pictured } from './neighbours.ts';
import type { unlikeness } from './pictureDescriptor.ts';

/** Groups around the pictures with most neighbours, and the pictures that are left. */
interface Grouping {
  /** The centre first, the others by their distance from it. */
  groups: number[][];
  single: number[];
}

/** Those near one picture that no group has yet, by their distance from it. */
function freeNear({ near, apart }: Neighbours, taken: Uint8Array): number[] {
  return Array.from(near.keys())
    .filter((index) => taken[near[index] as number] === 0)
    .sort(
      (one, other) =>
        (apart[one] as number) - (apart[other] as number) || (near[one] as number) - (near[other] as number),
    )
    .map((index) => near[index] as number);
}

function groupByNeighbours(neighbours: readonly Neighbours[]): Grouping {
  const taken = new Uint8Array(neighbours.length);
  const grouping: Grouping = { groups: [], single: [] };
  const count = (place: number): number => neighbours[place]?.near.length ?? 0;
  const centres = Array.from(neighbours.keys()).sort(
    (left, right) => count(right) - count(left) || left - right,
  );
  for (const centre of centres) {
    const found = neighbours[centre];
    if (!found || taken[centre] === 1) continue;
    const near = freeNear(found, taken);
    for (const member of [centre, ...near]) taken[member] = 1;
    if (near.length === 0) grouping.single.push(centre);
    else grouping.groups.push([centre, ...near]);
  }
  return grouping;
}

/**
 * Groups pictures around those with most neighbours. Every member is near its centre, so groups never grow into chains.
 * The trees show each picture a part of its neighbours only; what lies near another group's centre goes over to it.
 *
 * @returns groups of two and more, as places in the list, the largest first
 */
export function groupAround(
  pictures: readonly Pictured[],
  neighbours: readonly Neighbours[],
  within: number,
  distance: typeof unlikeness,
): number[][] {
  const { groups, single } = groupByNeighbours(neighbours);
  const clusters = [...groups, ...single.map((member) => [member])].sort(
    (left, right) => right.length - left.length || (left[0] ?? 0) - (right[0] ?? 0),
  );
  const centres = clusters.flatMap(([centre]) => pictures[centre ?? -1] ?? []);
  // Centres are few, and groups whose centres are this near can share members.
  const { neighbours: near } = findNeighbours(centres, 2 * within, distance);
  for (const [place, cluster] of clusters.entries()) {
    const centre = centres[place];
    if (!centre || cluster.length === 0) continue;
    for (const other of near[place]?.near ?? []) {
      if (other <= place) continue;
      const staying: number[] = [];
      for (const member of clusters[other] ?? []) {
        const picture = pictures[member];
        const goesOver =
          picture !== undefined && distance(picture.descriptor, centre.descriptor, within) <= within;
        (goesOver ? cluster : staying).push(member);
      }
      clusters[other] = staying;
    }
  }
  return clusters
    .filter(({ length }) => length > 1)
    .sort((left, right) => right.length - left.length || (left[0] ?? 0) - (right[0] ?? 0));
}
