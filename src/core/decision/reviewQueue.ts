import { defaultTriage, disagreement, triage, type TriageCase, type TriageSettings } from './triage.ts';

/** What makes a look worth its time; the weights of the three. */
export interface QueueWeights {
  uncertainty: number;
  disagreement: number;
  novelty: number;
}

export const defaultQueueWeights: QueueWeights = { uncertainty: 1, disagreement: 1, novelty: 1 };

/** How close a score lies to the threshold that decides, 0-1: 1 at it, 0 at the end farthest from it. */
function uncertainty({ label, score }: TriageCase, settings: TriageSettings): number {
  const threshold = label === 'blank' ? settings.blankThreshold : settings.acceptThreshold;
  const farthest = Math.max(threshold, 1 - threshold);
  return Number.isNaN(score) ? 1 : 1 - Math.abs(score - threshold) / farthest;
}

/** How much a look at a sequence would tell, 0 to the sum of the weights. A novelty that nobody measured counts as 0. */
export function informativeness(
  one: TriageCase,
  settings: TriageSettings = defaultTriage,
  weights: QueueWeights = defaultQueueWeights,
): number {
  return (
    weights.uncertainty * uncertainty(one, settings) +
    weights.disagreement * disagreement(one.votes) +
    weights.novelty * (one.novelty ?? 0)
  );
}

/**
 * The sequences that somebody should look at, the most informative first: those near the threshold, those whose frames
 * or models contradict each other, and those unlike anything known. Ties go by id, so that the order never jumps.
 */
export function reviewQueue<Case extends TriageCase>(
  cases: readonly Case[],
  settings: TriageSettings = defaultTriage,
  weights: QueueWeights = defaultQueueWeights,
): Case[] {
  return cases
    .filter((one) => triage(one, settings) === 'review')
    .map((one) => ({ one, worth: informativeness(one, settings, weights) }))
    .sort((left, right) => right.worth - left.worth || (left.one.id < right.one.id ? -1 : 1))
    .map(({ one }) => one);
}
