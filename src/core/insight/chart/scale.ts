/** From values of the data to px. */
export type Scale = (value: number) => number;

/** Both ends, first to first and last to last; the px may run backwards, as they do from the bottom up. */
export type Extent = readonly [first: number, last: number];

/** Even steps. A domain of no width maps to the middle. */
export function linearScale(domain: Extent, range: Extent): Scale {
  const width = domain[1] - domain[0];
  if (width === 0) return () => (range[0] + range[1]) / 2;
  return (value) => range[0] + ((value - domain[0]) / width) * (range[1] - range[0]);
}

/**
 * Even steps for even factors. Values under the domain's beginning stay at its beginning, 0 too.
 *
 * @throws RangeError when the domain does not lie above 0
 */
export function logScale(domain: Extent, range: Extent): Scale {
  if (!(domain[0] > 0 && domain[1] > 0)) throw new RangeError('A logarithmic scale begins above 0.');
  const linear = linearScale([Math.log(domain[0]), Math.log(domain[1])], range);
  return (value) => linear(Math.log(Math.max(domain[0], value)));
}
