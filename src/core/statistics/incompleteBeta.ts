/** Coefficients of the Lanczos approximation with g = 7. */
const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/**
 * Natural logarithm of the gamma function, to about 14 digits, by C. Lanczos, "A precision approximation of the gamma
 * function", SIAM J. Numer. Anal. B 1 (1964).
 *
 * @throws RangeError when `value` is not above 0
 */
export function logGamma(value: number): number {
  if (!(value > 0)) throw new RangeError(`logGamma needs a number above 0, not ${value}.`);
  if (value < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * value)) - logGamma(1 - value);
  const shifted = value - 1;
  const tail = shifted + 7.5;
  const series = lanczos.reduce(
    (sum, factor, index) => sum + (index === 0 ? factor : factor / (shifted + index)),
    0,
  );
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(tail) - tail + Math.log(series);
}

const tiny = 1e-300;
const mostTerms = 10_000;

/** Keeps a denominator of the fraction away from 0, which its recurrence could not leave. */
function awayFromZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/** The continued fraction of the incomplete beta function, by the method of Lentz. */
function betaFraction(x: number, a: number, b: number): number {
  let upper = 1;
  let lower = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = lower;
  const advance = (factor: number): number => {
    lower = 1 / awayFromZero(1 + factor * lower);
    upper = awayFromZero(1 + factor / upper);
    return lower * upper;
  };
  for (let term = 1; term <= mostTerms; term += 1) {
    value *= advance((term * (b - term) * x) / ((a + 2 * term - 1) * (a + 2 * term)));
    const change = advance((-(a + term) * (a + b + term) * x) / ((a + 2 * term) * (a + 2 * term + 1)));
    value *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return value;
}

/**
 * The regularised incomplete beta function I_x(a, b): the chance that a beta-distributed number is at most x
 * (Abramowitz & Stegun, "Handbook of mathematical functions", 26.5.8).
 *
 * @param x 0-1
 * @throws RangeError when x is outside 0-1, or a or b is not above 0
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1)) throw new RangeError(`incompleteBeta needs x from 0 to 1, not ${x}.`);
  if (!(a > 0 && b > 0)) throw new RangeError(`incompleteBeta needs a and b above 0, not ${a} and ${b}.`);
  if (x === 0 || x === 1) return x;
  // The fraction converges fast only on this side of the mean; the function is symmetric.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  return (Math.exp(front) * betaFraction(x, a, b)) / a;
}

/** The x at which `incompleteBeta(x, a, b)` reaches `probability`, by halving until nothing is left between. */
export function inverseIncompleteBeta(probability: number, a: number, b: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (incompleteBeta(middle, a, b) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
