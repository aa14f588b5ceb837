import { measureShare, type MeasuredShare } from '../../statistics/measuredShare.ts';
import type { ScoredCase } from './scoredCase.ts';

/** The answers whose scores lie from `from` up to `to`; the last bin holds a score of 1 too. */
export interface CalibrationBin {
  from: number;
  to: number;
  /** 0-1. */
  meanScore: number;
  /** Of those answers, how many are right. On a calibrated model it is the mean score. */
  right: MeasuredShare;
}

export interface CalibrationCurve {
  /** Only bins that hold an answer, lowest first. */
  bins: CalibrationBin[];
  /** Mean distance between score and share, weighted by the answers of each bin, 0-1; 0 without answers. */
  expectedError: number;
}

/**
 * Whether a score of 90 % is right 90 % of the time: scores in bins of equal width against the share that is right
 * (C. Guo et al., "On calibration of modern neural networks", ICML 2017, for the expected error).
 *
 * @param binCount whole, at least 1
 */
export function calibrationCurve(cases: readonly ScoredCase[], binCount = 10): CalibrationCurve {
  const filled = new Map<number, ScoredCase[]>();
  for (const one of cases) {
    const place = Math.max(0, Math.min(binCount - 1, Math.floor(one.score * binCount)));
    const bin = filled.get(place);
    if (bin) bin.push(one);
    else filled.set(place, [one]);
  }
  const bins = [...filled]
    .sort(([left], [right]) => left - right)
    .map(([place, inBin]): CalibrationBin => {
      const right = inBin.filter(({ correct }) => correct).length;
      return {
        from: place / binCount,
        to: (place + 1) / binCount,
        meanScore: inBin.reduce((sum, { score }) => sum + score, 0) / inBin.length,
        right: measureShare(right, inBin.length),
      };
    });
  const distance = bins.reduce(
    (sum, { meanScore, right }) => sum + right.of * Math.abs((right.share ?? meanScore) - meanScore),
    0,
  );
  return { bins, expectedError: cases.length === 0 ? 0 : distance / cases.length };
}
