import { logGamma } from './incompleteBeta.ts';

const mostTerms = 10_000;
const tiny = 1e-300;

/** P by its power series, which converges fast up to about its mean. */
function bySeries(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let step = 1; step <= mostTerms && Math.abs(term) > Math.abs(sum) * 1e-16; step += 1) {
    term *= x / (shape + step);
    sum += term;
  }
  return sum * Math.exp(shape * Math.log(x) - x - logGamma(shape));
}

/** 1 - P by its continued fraction, by the method of Lentz, which converges fast beyond. */
function byFraction(shape: number, x: number): number {
  let base = x + 1 - shape;
  let upper = 1 / tiny;
  let lower = 1 / base;
  let value = lower;
  for (let step = 1; step <= mostTerms; step += 1) {
    const factor = -step * (step - shape);
    base += 2;
    lower = 1 / (factor * lower + base || tiny);
    upper = base + factor / upper || tiny;
    const change = upper * lower;
    value *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return value * Math.exp(shape * Math.log(x) - x - logGamma(shape));
}

/**
 * The regularised lower incomplete gamma function P(shape, x): the chance that a gamma-distributed number of scale 1
 * is at most x (Abramowitz & Stegun, "Handbook of mathematical functions", 6.5.1, 6.5.29, 6.5.31).
 *
 * @throws RangeError when shape is not above 0, or x is below 0
 */
export function incompleteGamma(shape: number, x: number): number {
  if (!(shape > 0 && x >= 0)) throw new RangeError(`incompleteGamma knows nothing of ${shape} and ${x}.`);
  if (x === 0) return 0;
  return x < shape + 1 ? bySeries(shape, x) : 1 - byFraction(shape, x);
}

/** The x at which `incompleteGamma(shape, x)` reaches `probability` (0 up to, not including, 1), by halving. */
export function inverseIncompleteGamma(probability: number, shape: number): number {
  let low = 0;
  let high = shape + 1;
  while (incompleteGamma(shape, high) < probability) high *= 2;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (incompleteGamma(shape, middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
