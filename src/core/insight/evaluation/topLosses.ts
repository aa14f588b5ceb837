import { binaryLogLoss } from './logLoss.ts';

/** A checked answer with the score the machine gave to what is really there. */
export interface LossCase {
  id: string;
  truth: string;
  predicted: string;
  /** Score of the true label, 0-1. */
  truthScore: number;
}

/**
 * The answers to look at first: those that were surest of the wrong thing. They show wrong truths as often as weak
 * models. Right answers come too, when there is room.
 *
 * @param limit how many
 * @returns highest loss first, in nats; ties by id
 */
export function topLosses<Case extends LossCase>(
  cases: readonly Case[],
  limit: number,
): (Case & { loss: number })[] {
  return cases
    .map((one) => ({ ...one, loss: binaryLogLoss(true, one.truthScore) }))
    .sort((left, right) => right.loss - left.loss || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0))
    .slice(0, Math.max(0, limit));
}
