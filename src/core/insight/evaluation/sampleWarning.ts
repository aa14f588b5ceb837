import type { MeasuredShare } from '../../statistics/measuredShare.ts';

/** Why a share should not be relied on yet. */
export interface SampleWarning {
  /** Half the width of the share's 95 % interval, 0-1. */
  margin: number;
  /** About how many checks it takes for the margin that was asked for, all together. */
  needed: number;
}

/** Standard deviations that hold 95 % of a normal distribution. */
const deviations = 1.959964;

/**
 * Warns when a sample is too small to say: when the interval of its share is wider than asked for.
 *
 * @param wanted greatest half width that is good enough, 0-1: 0.05 is "give or take 5 percentage points"
 * @returns null when the sample is large enough
 */
export function sampleWarning({ count, of, interval }: MeasuredShare, wanted = 0.05): SampleWarning | null {
  const margin = (interval.high - interval.low) / 2;
  if (margin <= wanted) return null;
  // Two more of each kind, as A. Agresti and B. Coull have it, so that a perfect sample does not promise too much.
  const share = (count + 2) / (of + 4);
  const needed = Math.ceil((share * (1 - share) * deviations ** 2) / wanted ** 2);
  return { margin, needed: Math.max(needed, of + 1) };
}
