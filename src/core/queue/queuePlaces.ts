/** Where each stack stands, of those that are shown. */
export interface Places {
  get(id: string): number | undefined;
  has(id: string): boolean;
}

/** Each id's group, of groups with at least two members that are shown; the others are left out of them. */
export function shownGroups(
  groups: readonly { ids: readonly string[] }[],
  shown: Pick<Places, 'has'>,
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

/** The places of an order, found when somebody asks for one. */
export class ShownPlaces implements Places {
  readonly #index: ReadonlyMap<string, number>;
  readonly #order: Int32Array;
  #places: Int32Array | null = null;

  /** @param index of each id in the whole queue @param order such indices, of what is shown */
  constructor(index: ReadonlyMap<string, number>, order: Int32Array) {
    this.#index = index;
    this.#order = order;
  }

  get(id: string): number | undefined {
    const place = this.#placeOf(id);
    return place < 0 ? undefined : place;
  }

  has(id: string): boolean {
    return this.#placeOf(id) >= 0;
  }

  #placeOf(id: string): number {
    this.#places ??= this.#reckon();
    return this.#places[this.#index.get(id) ?? -1] ?? -1;
  }

  #reckon(): Int32Array {
    const places = new Int32Array(this.#index.size).fill(-1);
    this.#order.forEach((index, place) => (places[index] = place));
    return places;
  }
}
