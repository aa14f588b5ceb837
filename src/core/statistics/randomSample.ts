/** Where a sample takes its chances from: `next` gives 0 (included) to 1 (excluded). */
export interface ChanceSource {
  next(): number;
}

/**
 * Draws without replacement, so that every set of this size is equally likely (the first steps of the shuffle of
 * R. Fisher and F. Yates). The same seed, items and order give the same sample.
 *
 * @param count how many to draw; all of them, in a random order, when there are fewer
 */
export function randomSample<Item>(items: readonly Item[], count: number, random: ChanceSource): Item[] {
  const order = items.map((_, index) => index);
  const size = Math.max(0, Math.min(count, items.length));
  for (let place = 0; place < size; place += 1) {
    const chosen = place + Math.floor(random.next() * (order.length - place));
    const index = order[chosen] ?? place;
    order[chosen] = order[place] ?? place;
    order[place] = index;
  }
  return order.slice(0, size).flatMap((index) => items.slice(index, index + 1));
}
