/** Each id's place in an order. */
export function placesOf(order: readonly string[]): ReadonlyMap<string, number> {
  return new Map(order.map((id, place) => [id, place]));
}

/** Each id's group, of groups with at least two members that are shown; the others are left out of them. */
export function shownGroups(
  groups: readonly { ids: readonly string[] }[],
  shown: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly string[]> {
  const groupOf = new Map<string, readonly string[]>();
  for (const { ids } of groups) {
    const inSight = ids.filter((id) => shown.has(id));
    if (inSight.length > 1) for (const id of inSight) groupOf.set(id, inSight);
  }
  return groupOf;
}

/** No stack at all. */
export const noIds: ReadonlySet<string> = new Set();
