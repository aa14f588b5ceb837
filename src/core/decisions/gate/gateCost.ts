import type { GateFrame, GateSequence, GateSettings } from './gateSequence.ts';
import { strongestSign } from './photoEvidence.ts';

/** What the people gate holds back at one threshold, before any human has looked. */
export interface GateCost {
  /** For people, 0-1. */
  threshold: number;
  sequencesHeld: number;
  photosHeld: number;
  /** Photos held of all photos, 0-1; 0 when there are none. */
  share: number;
}

/**
 * The highest threshold for people at which a photo's signs still hold: Infinity when they do at any, -Infinity when all
 * of them are let pass; a photo that nobody has seen has none.
 */
function photoLimit({ evidence }: GateFrame, { vehicleThreshold }: CostSettings): number {
  if (evidence === null) return -Infinity;
  const holdsVehicle = vehicleThreshold !== null && !(strongestSign(evidence, 'vehicle') < vehicleThreshold);
  return holdsVehicle ? Infinity : strongestSign(evidence, 'person');
}

/** A photo with a time: up to which threshold it holds others, and whose sequence it is. */
interface DatedLimit {
  seconds: number;
  limit: number;
  sequence: number;
}

/**
 * Raises each sequence's limit to that of every photo of its deployment within the time chosen. The photos are passed
 * over once: of those in sight only the ones that no later one outdoes are remembered.
 */
function reachOut(photos: DatedLimit[], neighbourSeconds: number, limits: Float64Array): void {
  photos.sort((left, right) => left.seconds - right.seconds);
  const inSight: DatedLimit[] = [];
  let first = 0;
  let next = 0;
  for (const { seconds, sequence } of photos) {
    for (; next < photos.length; next += 1) {
      const photo = photos[next];
      if (!photo || photo.seconds > seconds + neighbourSeconds) break;
      while (inSight.length > first && (inSight.at(-1)?.limit ?? Infinity) <= photo.limit) inSight.pop();
      inSight.push(photo);
    }
    while (first < inSight.length && (inSight[first]?.seconds ?? Infinity) < seconds - neighbourSeconds)
      first += 1;
    limits[sequence] = Math.max(limits[sequence] ?? -Infinity, inSight[first]?.limit ?? -Infinity);
  }
}

/** What the cost of the gate depends on: the threshold for people is what is asked of it. */
type CostSettings = Pick<GateSettings, 'vehicleThreshold' | 'neighbourSeconds'>;

/**
 * For each sequence the highest threshold for people at which it is held, before any human has looked; -Infinity for
 * one that no threshold holds. It takes one pass over the photos, and every threshold can be told from it.
 */
export function gateLimits(sequences: readonly GateSequence[], settings: CostSettings): Float64Array {
  const limits = new Float64Array(sequences.length).fill(-Infinity);
  const dated = new Map<string, DatedLimit[]>();
  sequences.forEach(({ deployment, frames }, sequence) => {
    for (const frame of frames) {
      const limit = photoLimit(frame, settings);
      const own = frame.evidence === null ? Infinity : limit;
      limits[sequence] = Math.max(limits[sequence] ?? -Infinity, own);
      if (!(settings.neighbourSeconds > 0) || frame.seconds === null) continue;
      const others = dated.get(deployment);
      const photo = { seconds: frame.seconds, limit, sequence };
      if (others) others.push(photo);
      else dated.set(deployment, [photo]);
    }
  });
  for (const photos of dated.values()) reachOut(photos, settings.neighbourSeconds, limits);
  return limits;
}

/**
 * What the gate holds at each threshold.
 *
 * @param limits of the same sequences, as `gateLimits` has them
 * @param thresholds each 0-1, in any order
 * @returns in the order of the thresholds
 */
export function costsAt(
  sequences: readonly GateSequence[],
  limits: Float64Array,
  thresholds: readonly number[],
): GateCost[] {
  const all = sequences.reduce((sum, { frames }) => sum + frames.length, 0);
  return thresholds.map((threshold) => {
    let sequencesHeld = 0;
    let photosHeld = 0;
    sequences.forEach(({ frames }, index) => {
      if (!((limits[index] ?? -Infinity) >= threshold)) return;
      sequencesHeld += 1;
      photosHeld += frames.length;
    });
    return { threshold, sequencesHeld, photosHeld, share: all === 0 ? 0 : photosHeld / all };
  });
}

/**
 * The share of photos that the gate holds at each threshold for people, with the vehicles and neighbours of the
 * settings. Reviews are left out: it is the work that each threshold makes.
 *
 * @param thresholds each 0-1, in any order
 * @returns in the order of the thresholds
 */
export function gateCosts(
  sequences: readonly GateSequence[],
  settings: CostSettings,
  thresholds: readonly number[],
): GateCost[] {
  return costsAt(sequences, gateLimits(sequences, settings), thresholds);
}
