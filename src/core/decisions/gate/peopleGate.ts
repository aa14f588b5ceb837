import { reviewsInForce, reviewsOf, type GateReview, type ReviewsInForce } from './gateReview.ts';
import type { GateSequence, GateSettings } from './gateSequence.ts';
import { signsFor, type GateSign } from './gateSign.ts';

/** Where a sequence stands. Only `clear` and `released` may leave the machine. */
export type GateState =
  | { state: 'clear' }
  | { state: 'held'; by: 'machine'; signs: readonly GateSign[] }
  | { state: 'held'; by: 'human'; person: string; at: string }
  | { state: 'released'; by: string; at: string };

/** A sequence, its state, and every sign for it, signed off or not. */
export interface GatedSequence {
  id: string;
  gate: GateState;
  signs: readonly GateSign[];
}

const clear: GateState = { state: 'clear' };
const noSigns: readonly GateSign[] = [];

function stateOf(sequence: GateSequence, signs: readonly GateSign[], inForce: ReviewsInForce): GateState {
  const reviews = reviewsOf(sequence.frames, inForce);
  if (reviews.length === 0) return signs.length > 0 ? { state: 'held', by: 'machine', signs } : clear;
  const hold = reviews.find(({ verdict }) => verdict === 'hold');
  if (hold) return { state: 'held', by: 'human', person: hold.by, at: hold.saidAt ?? hold.at };
  const signedOff = new Set(reviews.flatMap((review) => review.signedOff));
  const open = signs.filter(({ key }) => !signedOff.has(key));
  if (open.length > 0) return { state: 'held', by: 'machine', signs: open };
  const [latest] = reviews;
  return latest ? { state: 'released', by: latest.by, at: latest.saidAt ?? latest.at } : clear;
}

/**
 * The people gate. A sequence is held when any model sees a person in any of its photos, at or above the threshold,
 * whatever else is there: a single best label is no privacy filter (google/cameratrapai, issue 60). So is one with a
 * photo that no model has seen, and one taken within the chosen time of a person at the same camera, also of one that
 * only a human saw.
 *
 * A human's review overrides: `hold` always holds. `release` lets go of exactly the signs that were there to be seen.
 * When one is added or moves, because a model is run again or added, a threshold is lowered or sequences are grouped
 * differently, the sequence is held again until somebody has seen that sign too; a sign that goes away changes nothing. A
 * neighbour is not let go with it: the same person may be in it, and its own photos have not been looked at.
 *
 * @returns one per sequence, in the same order
 */
export function peopleGate(
  sequences: readonly GateSequence[],
  settings: GateSettings,
  reviews: readonly GateReview[] = [],
): GatedSequence[] {
  return gateSequences(sequences, settings, reviewsInForce(reviews));
}

/** The people gate, from the reviews in force of each photo; otherwise as `peopleGate`. */
export function gateSequences(
  sequences: readonly GateSequence[],
  settings: GateSettings,
  inForce: ReviewsInForce,
): GatedSequence[] {
  const signs = signsFor(sequences, settings, inForce);
  return sequences.map((sequence, index) => {
    const own = signs[index] ?? noSigns;
    return { id: sequence.id, gate: stateOf(sequence, own, inForce), signs: own };
  });
}

/** Whether photos of a sequence in this state may be shared. */
export function mayLeave({ state }: GateState): boolean {
  return state === 'clear' || state === 'released';
}

/**
 * A human's verdict on a sequence, as seen now.
 *
 * @param gated the sequence as `peopleGate` returned it: a release signs off the signs in it and no others
 * @param at ISO 8601 in UTC
 */
export function reviewGate(
  verdict: GateReview['verdict'],
  { frames }: GateSequence,
  gated: GatedSequence,
  by: string,
  at: string,
): GateReview {
  const signedOff = verdict === 'release' ? gated.signs.map(({ key }) => key) : [];
  return { verdict, mediaIds: frames.map(({ id }) => id), signedOff, by, at };
}
