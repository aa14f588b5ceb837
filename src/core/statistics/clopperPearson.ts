import { inverseIncompleteBeta } from './incompleteBeta.ts';

/** A share that is known from a sample only: the true one lies from `low` to `high`, each 0-1. */
export interface ShareInterval {
  low: number;
  high: number;
}

function check(successes: number, total: number, confidence: number): void {
  if (!Number.isInteger(successes) || !Number.isInteger(total) || successes < 0 || successes > total) {
    throw new RangeError(`A share needs whole numbers, not ${successes} of ${total}.`);
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`A confidence lies between 0 and 1, not ${confidence}.`);
  }
}

function lowerLimit(successes: number, total: number, doubt: number): number {
  return successes === 0 ? 0 : inverseIncompleteBeta(doubt, successes, total - successes + 1);
}

function upperLimit(successes: number, total: number, doubt: number): number {
  return successes === total ? 1 : inverseIncompleteBeta(1 - doubt, successes + 1, total - successes);
}

/**
 * The exact interval of a share (C. Clopper and E. Pearson, "The use of confidence or fiducial limits illustrated in
 * the case of the binomial", Biometrika 26, 1934). It covers the true share at least as often as it claims, however
 * small the sample; of no sample it says 0 to 1.
 *
 * @param successes how many of `total`, a whole number
 * @param confidence 0-1, both sides together
 * @throws RangeError when the counts are no share, or the confidence is not between 0 and 1
 */
export function clopperPearson(successes: number, total: number, confidence = 0.95): ShareInterval {
  check(successes, total, confidence);
  const doubt = (1 - confidence) / 2;
  return { low: lowerLimit(successes, total, doubt), high: upperLimit(successes, total, doubt) };
}

/** The share that the true one lies under, with this confidence on that one side. Otherwise as `clopperPearson`. */
export function upperBound(successes: number, total: number, confidence = 0.95): number {
  check(successes, total, confidence);
  return upperLimit(successes, total, 1 - confidence);
}

/** The share that the true one lies over, with this confidence on that one side. Otherwise as `clopperPearson`. */
export function lowerBound(successes: number, total: number, confidence = 0.95): number {
  check(successes, total, confidence);
  return lowerLimit(successes, total, 1 - confidence);
}
