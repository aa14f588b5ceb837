import { findNeighbours, type Neighbours, type Pictured } from './neighbours.ts';
import type { unlikeness } from './pictureDescriptor.ts';

/** Groups around the pictures with most neighbours, and the pictures that are left. */
interface Grouping {
  /** The centre first, the others by their distance from it. */
  groups: number[][];
  single: number[];
}

function groupByNeighbours(neighbours: readonly Neighbours[]): Grouping {
  const taken = new Set<number>();
  const grouping: Grouping = { groups: [], single: [] };
  const centres = Array.from(neighbours.keys()).sort(
    (left, right) => (neighbours[right]?.near.size ?? 0) - (neighbours[left]?.near.size ?? 0) || left - right,
  );
  for (const centre of centres) {
    if (taken.has(centre)) continue;
    const near = [...(neighbours[centre]?.near ?? [])]
      .filter(([member]) => !taken.has(member))
      .sort(([one, left], [other, right]) => left - right || one - other)
      .map(([member]) => member);
    for (const member of [centre, ...near]) taken.add(member);
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
    for (const other of near[place]?.near.keys() ?? []) {
      if (other <= place) continue;
      const isNear = (member: number): boolean => {
        const picture = pictures[member];
        return picture !== undefined && distance(picture.descriptor, centre.descriptor) <= within;
      };
      const moving = (clusters[other] ?? []).filter(isNear);
      cluster.push(...moving);
      clusters[other] = (clusters[other] ?? []).filter((member) => !moving.includes(member));
    }
  }
  return clusters
    .filter(({ length }) => length > 1)
    .sort((left, right) => right.length - left.length || (left[0] ?? 0) - (right[0] ?? 0));
}
