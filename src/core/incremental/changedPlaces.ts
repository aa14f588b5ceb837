/**
 * The places at which two lists hold different values; null where one is longer, so that places do not correspond.
 * Looking at 100,000 references takes a fraction of a millisecond, where making their values again takes a hundred.
 */
export function changedPlaces(before: readonly unknown[], after: readonly unknown[]): number[] | null {
  if (before.length !== after.length) return null;
  const changed: number[] = [];
  if (before === after) return changed;
  for (let place = 0; place < after.length; place += 1)
    if (before[place] !== after[place]) changed.push(place);
  return changed;
}

/**
 * Makes one result of each value of a list, and remembers the last list: a value that is where it was is not made again,
 * and a list of the same values gives the same list of results.
 *
 * @param make from a value; may itself remember those that moved
 */
export class KeptList<Value, Result> {
  readonly #make: (value: Value) => Result;
  #values: readonly Value[] = [];
  #results: readonly Result[] = [];

  constructor(make: (value: Value) => Result) {
    this.#make = make;
  }

  of(values: readonly Value[]): readonly Result[] {
    const changed = changedPlaces(this.#values, values);
    if (changed === null) this.#results = values.map(this.#make);
    else if (changed.length > 0) {
      const results = [...this.#results];
      for (const place of changed) results[place] = this.#make(values[place] as Value);
      this.#results = results;
    }
    this.#values = values;
    return this.#results;
  }
}
