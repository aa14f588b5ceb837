/** Measurements of one thing over the rounds of a run. */
export interface Figure {
  median: number;
  min: number;
  max: number;
  /** Every round's, in order. */
  rounds: number[];
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

export function figureOf(rounds: readonly number[]): Figure {
  return { median: median(rounds), min: Math.min(...rounds), max: Math.max(...rounds), rounds: [...rounds] };
}

/**
 * How many times one thing is the other, compared round by round: both were measured within moments of each other, so
 * that what else the machine did then falls out.
 */
export function ratioOf(numerator: readonly number[], denominator: readonly number[]): Figure {
  return figureOf(numerator.map((value, round) => value / (denominator[round] ?? NaN)));
}
