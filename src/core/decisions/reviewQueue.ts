import type { DecidedLabel } from '../models/role.ts';
import { defaultTriage, type TriageSettings } from './triage.ts';

/** What makes a look worth its time; the weights of the three. */
export interface QueueWeights {
  uncertainty: number;
  disagreement: number;
  novelty: number;
}

export const defaultQueueWeights: QueueWeights = { uncertainty: 1, disagreement: 1, novelty: 1 };

/** What the worth of a look follows from. */
export interface QueueCase {
  label: DecidedLabel;
  /** Of the label, 0-1. */
  score: number;
  /** Share of the frames' votes against the most frequent one, 0-1. */
  disagreement: number;
  /** How unlike everything known the photos are, 0-1; left out where nothing measures it. */
  novelty?: number | undefined;
}

/** Why somebody should look. */
export type ReviewReason =
  /** The score is under the one that is needed; both 0-1. */
  | { kind: 'unsure'; score: number; needed: number }
  /** A share of the frames, 0-1, says otherwise than most of them. */
  | { kind: 'contradiction'; share: number }
  /** The photo is like no other. */
  | { kind: 'unusual' };

/** How unlike all others a picture must be to be called unusual, 0-1. */
const unusualFrom = 0.75;

/** The score from which a label stands without a look, 0-1. */
export function scoreNeeded(label: DecidedLabel, settings: TriageSettings = defaultTriage): number {
  return label === 'blank' ? settings.blankThreshold : settings.acceptThreshold;
}

/** How close a score lies to the threshold that decides, 0-1: 1 at it, 0 at the end farthest from it. */
function uncertainty({ label, score }: QueueCase, settings: TriageSettings): number {
  const threshold = scoreNeeded(label, settings);
  const farthest = Math.max(threshold, 1 - threshold);
  return Number.isNaN(score) ? 1 : 1 - Math.abs(score - threshold) / farthest;
}

/** How much a look at a sequence would tell, 0 to the sum of the weights. A novelty that nobody measured counts as 0. */
export function informativeness(
  one: QueueCase,
  settings: TriageSettings = defaultTriage,
  weights: QueueWeights = defaultQueueWeights,
): number {
  return (
    weights.uncertainty * uncertainty(one, settings) +
    weights.disagreement * one.disagreement +
    weights.novelty * (one.novelty ?? 0)
  );
}

/** Why a sequence is worth a look, what weighs most in front; none for one that is sure, agreed on and ordinary. */
export function reviewReasons(one: QueueCase, settings: TriageSettings = defaultTriage): ReviewReason[] {
  const { label, score, disagreement, novelty = 0 } = one;
  const needed = scoreNeeded(label, settings);
  const reasons: [weight: number, reason: ReviewReason][] = [];
  if (!(score >= needed)) reasons.push([uncertainty(one, settings), { kind: 'unsure', score, needed }]);
  if (disagreement > 0) reasons.push([disagreement, { kind: 'contradiction', share: disagreement }]);
  if (novelty >= unusualFrom) reasons.push([novelty, { kind: 'unusual' }]);
  return reasons.sort(([left], [right]) => right - left).map(([, reason]) => reason);
}
