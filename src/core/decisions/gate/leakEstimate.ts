import { clopperPearson, upperBound, type ShareInterval } from '../../statistics/clopperPearson.ts';
import { mostMarked } from '../../statistics/hypergeometric.ts';

/** What a person found in a random sample of the sequences that the people gate took for clear. */
export interface LeakSample {
  /** Sequences looked at. */
  checked: number;
  /** Of those, how many do show a person. */
  missed: number;
  /** All clear sequences, the checked ones too. */
  clear: number;
}

/** How many people the gate lets through, as far as a sample can say. */
export interface LeakEstimate extends LeakSample {
  /** 0-1, of `upper` and `mostLeft` each on their one side, and of `interval` on both sides together. */
  confidence: number;
  /** The leak is under this share of the clear sequences, 0-1: one-sided, exact. */
  upper: number;
  /** The exact two-sided interval of the leak, 0-1. */
  interval: ShareInterval;
  /**
   * At most this many of the sequences that were not checked show a person: one-sided and exact for a sample of a
   * finite number, so that it is 0 once all are checked.
   */
  mostLeft: number;
}

/**
 * The leak of the people gate, from a random sample without replacement.
 *
 * @param confidence 0-1
 * @throws RangeError when the counts do not fit each other
 */
export function estimateLeak(sample: LeakSample, confidence = 0.95): LeakEstimate {
  const { checked, missed, clear } = sample;
  if (!Number.isInteger(clear) || checked > clear) {
    throw new RangeError(`${checked} of ${clear} clear sequences cannot have been checked.`);
  }
  return {
    ...sample,
    confidence,
    upper: upperBound(missed, checked, confidence),
    interval: clopperPearson(missed, checked, confidence),
    mostLeft: mostMarked(missed, clear, checked, confidence) - missed,
  };
}

/** The parts of "0 of 150 checked: with 95 % confidence under 2.0 % leak". */
export interface LeakWords {
  missed: number;
  checked: number;
  /** In per cent, `95`. */
  confidence: string;
  /** In per cent with one decimal, rounded up so that "under" stays true: `2.0`. */
  upper: string;
}

/** What to say of a leak. The page puts the words around it. */
export function leakWords({ missed, checked, confidence, upper }: LeakEstimate): LeakWords {
  // Without this hair, a bound that is a tenth exactly would be rounded up to the next.
  const tenths = Math.ceil(upper * 1000 - 1e-9);
  return {
    missed,
    checked,
    confidence: String(Number((confidence * 100).toFixed(1))),
    upper: (tenths / 10).toFixed(1),
  };
}

/**
 * How many sequences must be checked, and none of them show a person, before the leak can be called under `share`.
 *
 * @param share 0-1, above 0
 * @param confidence 0-1, one-sided
 */
export function checksNeeded(share: number, confidence = 0.95): number {
  return Math.max(1, Math.ceil(Math.log(1 - confidence) / Math.log1p(-Math.min(share, 1 - 1e-12))));
}
