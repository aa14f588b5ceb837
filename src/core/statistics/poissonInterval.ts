import { inverseIncompleteGamma } from './incompleteGamma.ts';

/** Between what the mean of a count may lie. */
export interface CountInterval {
  low: number;
  high: number;
}

/**
 * The exact interval of the mean of a count (F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28,
 * 1936). It holds for events that come independently of each other; visits that cluster at a few cameras vary more.
 *
 * @param count a whole number, at least 0
 * @param confidence 0-1, both sides together
 * @throws RangeError when the count is none, or the confidence is not between 0 and 1
 */
export function poissonInterval(count: number, confidence = 0.95): CountInterval {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`A count is a whole number, not ${count}.`);
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`A confidence lies between 0 and 1, not ${confidence}.`);
  }
  const doubt = (1 - confidence) / 2;
  return {
    low: count === 0 ? 0 : inverseIncompleteGamma(doubt, count),
    high: inverseIncompleteGamma(1 - doubt, count + 1),
  };
}
