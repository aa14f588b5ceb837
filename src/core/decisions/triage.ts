import type { DecidedLabel } from '../models/role.ts';
import { mayLeave, type GateState } from './gate/peopleGate.ts';

/**
 * `held`: the people gate keeps it. `blank`: surely nothing there. `accept`: the label stands without a look. `review`:
 * somebody should look.
 */
export type Triage = 'accept' | 'review' | 'held' | 'blank';

/** What triage needs to know of a sequence. */
export interface TriageCase {
  id: string;
  gate: GateState;
  label: DecidedLabel;
  /** Of the label, 0-1. */
  score: number;
  /** How far its frames contradict each other, as `disagreement` has it, 0-1. */
  disagreement: number;
  /** True once a human has named what is in it. */
  isReviewed: boolean;
  /** True where one of its photos is damaged: what the machine says is of what is left of it. */
  isDamaged?: boolean;
}

export interface TriageSettings {
  /** Score from which a label stands, 0-1: from `thresholdForAccuracy`, on the person's own reviews. */
  acceptThreshold: number;
  /** Score from which a blank is put aside, 0-1. */
  blankThreshold: number;
  /** Share of the votes that may differ from the most frequent one before somebody should look, 0-1. */
  mostDisagreement: number;
}

export const defaultTriage: TriageSettings = {
  acceptThreshold: 0.9,
  blankThreshold: 0.9,
  mostDisagreement: 0.5,
};

/**
 * The share of votes against the most frequent one, 0-1.
 *
 * @param votes what each frame, or each model, says by itself: any labels, compared with each other only
 */
export function disagreement(votes: readonly string[]): number {
  // The common case, told without a count: all agree.
  if (votes.every((vote) => vote === votes[0])) return 0;
  const counts = new Map<string, number>();
  for (const vote of votes) counts.set(vote, (counts.get(vote) ?? 0) + 1);
  return 1 - Math.max(...counts.values()) / votes.length;
}

/**
 * Sorts a sequence. The people gate goes before everything, a human's label too: a named photo with a person in it is
 * still held. After it a human's label stands; a machine's must be sure enough and not contradicted.
 */
export function triage(one: TriageCase, settings: TriageSettings = defaultTriage): Triage {
  if (!mayLeave(one.gate)) return 'held';
  const isBlank = one.label === 'blank';
  if (one.isReviewed) return isBlank ? 'blank' : 'accept';
  if (one.isDamaged) return 'review';
  const needed = isBlank ? settings.blankThreshold : settings.acceptThreshold;
  if (!(one.score >= needed) || one.disagreement > settings.mostDisagreement) return 'review';
  return isBlank ? 'blank' : 'accept';
}

/** How many sequences are in each state. */
export function countTriage(
  cases: Iterable<TriageCase>,
  settings: TriageSettings = defaultTriage,
): Record<Triage, number> {
  const counts: Record<Triage, number> = { accept: 0, review: 0, held: 0, blank: 0 };
  for (const one of cases) counts[triage(one, settings)] += 1;
  return counts;
}
