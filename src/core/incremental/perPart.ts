/** True for two lists of the same values. */
export function sameList(left: readonly unknown[], right: readonly unknown[]): boolean {
  if (left === right) return true;
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) if (left[index] !== right[index]) return false;
  return true;
}

/**
 * A stage of the decisions, made for each part of a survey by itself: a part whose inputs are the same objects as the
 * last time is not made again, and its result is the same object, so that the stages after it stop there too.
 *
 * @param make from the part, and from whatever else it depends on
 */
export function perPart<Inputs extends readonly [object, ...unknown[]], Result>(
  make: (...inputs: Inputs) => Result,
): (...inputs: Inputs) => Result {
  const known = new WeakMap<object, { inputs: Inputs; result: Result }>();
  return (...inputs) => {
    const before = known.get(inputs[0]);
    if (before && sameList(before.inputs, inputs)) return before.result;
    const result = make(...inputs);
    known.set(inputs[0], { inputs, result });
    return result;
  };
}

/**
 * Parts, each the one that it was before where it holds the same values as then.
 *
 * @param nameOf what makes it the same part as one before
 * @param valuesOf what is in it
 */
export function keepParts<Part>(
  before: readonly Part[],
  parts: readonly Part[],
  nameOf: (part: Part) => string,
  valuesOf: (part: Part) => readonly unknown[],
): Part[] {
  const known = new Map(before.map((part) => [nameOf(part), part]));
  return parts.map((part) => {
    const same = known.get(nameOf(part));
    return same && sameList(valuesOf(same), valuesOf(part)) ? same : part;
  });
}
