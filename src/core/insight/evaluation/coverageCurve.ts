import { lowerBound } from '../../statistics/clopperPearson.ts';
import { measureShare, type MeasuredShare } from '../../statistics/measuredShare.ts';
import { shortThreshold } from './roundedDown.ts';
import type { ScoredCase } from './scoredCase.ts';

/** What happens when answers from a threshold up are taken without a look. */
export interface CoveragePoint {
  /** 0-1. */
  threshold: number;
  /** Answers at or above it. */
  covered: number;
  /** Of those, how many are right. */
  right: number;
}

/** A threshold for an accuracy that somebody asked for. */
export interface AccuracyThreshold {
  /** 0-1, with as few digits as let the same answers pass as the lowest score of those that are taken. */
  threshold: number;
  /** Share of all answers that are taken without a look. */
  automated: MeasuredShare;
  /** Share of those that are right. */
  accuracy: MeasuredShare;
  /**
   * Whether the sample is large enough to say, with 95 % confidence on one side, that the accuracy is reached. A little
   * too hopeful, because the threshold was chosen on the same sample.
   */
  isSure: boolean;
}

/** Accuracy against coverage: one point for every score that occurs, the highest threshold first. */
export function coverageCurve(cases: readonly ScoredCase[]): CoveragePoint[] {
  const points: CoveragePoint[] = [];
  let right = 0;
  const ordered = cases.toSorted((left, other) => other.score - left.score);
  ordered.forEach(({ score, correct }, index) => {
    if (correct) right += 1;
    if (ordered[index + 1]?.score === score) return;
    points.push({ threshold: score, covered: index + 1, right });
  });
  return points;
}

/**
 * The lowest threshold whose answers are right often enough in the sample, so that most is automated: pick 96.6 %, the
 * accuracy of the volunteers in M. S. Norouzzadeh et al., PNAS 115 (2018), and see what share is left to do by hand.
 *
 * @param accuracy 0-1
 * @param all of how many the automated ones are a share, where somebody looks at more than the cases whatever they score
 * @returns null when no threshold reaches it
 */
export function thresholdForAccuracy(
  cases: readonly ScoredCase[],
  accuracy: number,
  all = cases.length,
): AccuracyThreshold | null {
  const curve = coverageCurve(cases);
  const place = curve.findLastIndex((point) => point.right >= accuracy * point.covered - 1e-9);
  const point = curve[place];
  if (!point) return null;
  const { threshold, covered, right } = point;
  return {
    threshold: shortThreshold(threshold, curve[place + 1]?.threshold ?? -Infinity),
    automated: measureShare(covered, all),
    accuracy: measureShare(right, covered),
    isSure: lowerBound(right, covered) >= accuracy,
  };
}

/** An answer with what the machine says. */
type NamedCase = ScoredCase & { predicted: string };

/** The cases in which the machine says so, by what it says, in the order of the names. */
function byClass<Case extends NamedCase>(cases: readonly Case[]): [label: string, own: Case[]][] {
  const labels = [...new Set(cases.map(({ predicted }) => predicted))].sort();
  return labels.map((label) => [label, cases.filter(({ predicted }) => predicted === label)]);
}

/** The curve of each class: of the cases in which the machine says so. */
export function coverageByClass(cases: readonly NamedCase[]): Map<string, CoveragePoint[]> {
  return new Map(byClass(cases).map(([label, own]) => [label, coverageCurve(own)]));
}

/** `thresholdForAccuracy` for each class: the cases in which the machine says so, which can each need another. */
export function thresholdsByClass(
  cases: readonly NamedCase[],
  accuracy: number,
): Map<string, AccuracyThreshold | null> {
  return new Map(byClass(cases).map(([label, own]) => [label, thresholdForAccuracy(own, accuracy)]));
}
