/** Log loss over several labels that can each be there or not. */
export interface LogLoss {
  /** Mean over all cases and labels, in nats; null without any. */
  mean: number | null;
  /** Mean over the cases, for each label. */
  byLabel: number[];
}

/** So close to 0 or 1 a score may come; an utter certainty that is wrong would cost infinitely much. */
const clip = 1e-15;

/** The loss of one score, in nats. */
export function binaryLogLoss(isThere: boolean, score: number): number {
  const clipped = Math.min(1 - clip, Math.max(clip, score));
  return -Math.log(isThere ? clipped : 1 - clipped);
}

/**
 * Mean aggregated binary log loss, the metric of DrivenData's Hakuna Ma-data: each label is a yes or no of its own,
 * and scores are not made to sum to 1. Lower is better.
 *
 * @param truth for each case and label 1 where it is there, else 0
 * @param scores for each case and label 0-1
 * @throws RangeError when the two do not have the same shape
 */
export function logLoss(truth: readonly ArrayLike<number>[], scores: readonly ArrayLike<number>[]): LogLoss {
  const width = truth[0]?.length ?? 0;
  const fits =
    truth.length === scores.length && [...truth, ...scores].every(({ length }) => length === width);
  if (!fits) throw new RangeError('Truth and scores need the same cases and the same labels.');
  const byLabel = Array.from({ length: width }, (_, label) => {
    const losses = truth.map((row, index) => binaryLogLoss(row[label] === 1, scores[index]?.[label] ?? 0));
    return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  });
  const mean = width === 0 ? null : byLabel.reduce((sum, loss) => sum + loss, 0) / width;
  return { mean, byLabel };
}
