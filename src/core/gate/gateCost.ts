import { reviewsInForce } from './gateReview.ts';
import { signsFor, type GateSign } from './gateSign.ts';
import type { GateSequence, GateSettings } from './gateSequence.ts';

/** What the people gate holds back at one threshold, before any human has looked. */
export interface GateCost {
  /** For people, 0-1. */
  threshold: number;
  sequencesHeld: number;
  photosHeld: number;
  /** Photos held of all photos, 0-1; 0 when there are none. */
  share: number;
}

/** The highest threshold for people at which a sign still holds; above 1 when it holds at any. */
function holdsUpTo({ kind, score }: GateSign): number {
  return kind === 'person' && !Number.isNaN(score) ? score : Infinity;
}

/**
 * The share of photos that the gate holds at each threshold for people, with the vehicles and neighbours of the
 * settings. Reviews are left out: it is the work that each threshold makes. All thresholds cost one pass over the photos.
 *
 * @param thresholds each 0-1, in any order
 * @returns in the order of the thresholds
 */
export function gateCosts(
  sequences: readonly GateSequence[],
  settings: GateSettings,
  thresholds: readonly number[],
): GateCost[] {
  const lowest = { ...settings, personThreshold: Math.min(1, ...thresholds) };
  const signs = signsFor(sequences, lowest, reviewsInForce([]));
  const limits = sequences.map(({ frames }, index) => ({
    limit: (signs[index] ?? []).reduce((highest, sign) => Math.max(highest, holdsUpTo(sign)), -Infinity),
    photos: frames.length,
  }));
  const all = limits.reduce((sum, { photos }) => sum + photos, 0);
  return thresholds.map((threshold) => {
    const held = limits.filter(({ limit }) => limit >= threshold);
    const photosHeld = held.reduce((sum, { photos }) => sum + photos, 0);
    return { threshold, sequencesHeld: held.length, photosHeld, share: all === 0 ? 0 : photosHeld / all };
  });
}
