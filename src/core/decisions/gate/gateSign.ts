import { evidenceKey, type Evidence, type GatedRole, type GateEvidence } from './gateEvidence.ts';
import type { ReviewsInForce } from './gateReview.ts';
import type { GateSequence, GateSettings } from './gateSequence.ts';
import { strongestSign } from './photoEvidence.ts';

/** Why a sequence is held: a sign of people in one of its photos, or in one taken shortly before or after. */
export interface GateSign {
  /** Names it for a release. */
  key: string;
  /** The photo it is in. */
  mediaId: string;
  /**
   * `unseen`: not sifted or not readable. `damaged`: a part of the picture is lost, and a person may have been in it.
   * `reviewed`: a human saw a person in it.
   */
  kind: GatedRole | 'unseen' | 'damaged' | 'reviewed';
  /** 0-1; 1 for `unseen`, `damaged` and `reviewed`. */
  score: number;
  /** False when the photo belongs to a neighbouring sequence. */
  isOwn: boolean;
}

const gatedRoles: readonly GatedRole[] = ['person', 'vehicle'];

function passes(
  { role, score }: Pick<GateEvidence, 'role' | 'score'>,
  { personThreshold, vehicleThreshold }: GateSettings,
): boolean {
  const threshold = role === 'person' ? personThreshold : vehicleThreshold;
  // Written so that a score that is no number holds too.
  return threshold !== null && !(score < threshold);
}

/** Whether any of a photo's signs passes, told without going through them. */
function anyPasses(evidence: Evidence, settings: GateSettings): boolean {
  return gatedRoles.some((role) => passes({ role, score: strongestSign(evidence, role) }, settings));
}

const noSigns: readonly GateSign[] = [];

/** The signs in the photos of a sequence, as the machine sees them. Most have none, and those cost nothing. */
function ownSigns({ frames }: GateSequence, settings: GateSettings): readonly GateSign[] {
  let signs: GateSign[] | null = null;
  for (const { id, evidence, isDamaged } of frames) {
    if (isDamaged) {
      signs ??= [];
      const key = JSON.stringify([id, 'damaged']);
      signs.push({ key, mediaId: id, kind: 'damaged', score: 1, isOwn: true });
    }
    if (evidence === null) {
      signs ??= [];
      const key = JSON.stringify([id, 'unseen']);
      signs.push({ key, mediaId: id, kind: 'unseen', score: 1, isOwn: true });
      continue;
    }
    if (!anyPasses(evidence, settings)) continue;
    for (const sign of evidence) {
      if (!passes(sign, settings)) continue;
      signs ??= [];
      const { role: kind, score } = sign;
      signs.push({ key: evidenceKey(id, sign), mediaId: id, kind, score, isOwn: true });
    }
  }
  return signs ?? noSigns;
}

/** A sign that reaches out to sequences taken at about the same time. */
interface DatedSign extends GateSign {
  seconds: number;
}

/** The first place in a list ordered by time that is not before `seconds`. */
function placeOf(seconds: number, ordered: readonly DatedSign[]): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ordered[middle]?.seconds ?? Infinity) < seconds) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The signs of each deployment that reach neighbours, in order of time. Not being seen is no sign for others. */
function reachingSigns(
  sequences: readonly GateSequence[],
  own: readonly (readonly GateSign[])[],
  inForce: ReviewsInForce,
): Map<string, DatedSign[]> {
  const byDeployment = new Map<string, DatedSign[]>();
  sequences.forEach(({ deployment, frames }, index) => {
    const signs = byDeployment.get(deployment) ?? [];
    byDeployment.set(deployment, signs);
    // In the order of the frames, as they were found.
    let frame = 0;
    for (const sign of own[index] ?? []) {
      while (frame < frames.length && frames[frame]?.id !== sign.mediaId) frame += 1;
      const seconds = frames[frame]?.seconds ?? null;
      const isNobody = sign.kind === 'unseen' || sign.kind === 'damaged';
      if (seconds !== null && !isNobody) signs.push({ ...sign, isOwn: false, seconds });
    }
    for (const { id, seconds } of frames) {
      if (seconds === null) continue;
      if (inForce.get(id)?.verdict === 'hold') {
        const key = JSON.stringify([id, 'reviewed']);
        signs.push({ key, mediaId: id, kind: 'reviewed', score: 1, isOwn: false, seconds });
      }
    }
  });
  for (const signs of byDeployment.values()) signs.sort((left, right) => left.seconds - right.seconds);
  return byDeployment;
}

/** The signs of other sequences that lie within the time chosen of any photo of this one. */
function neighbouringSigns(
  { frames }: GateSequence,
  ordered: readonly DatedSign[],
  neighbourSeconds: number,
): GateSign[] {
  const own = new Set(frames.map(({ id }) => id));
  const found = new Map<string, GateSign>();
  const times = frames.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]));
  let place = 0;
  for (const seconds of times.sort((left, right) => left - right)) {
    // The times of a burst overlap: what an earlier one passed over is not looked at again.
    place = Math.max(place, placeOf(seconds - neighbourSeconds, ordered));
    for (; place < ordered.length; place += 1) {
      const sign = ordered[place];
      if (!sign || sign.seconds > seconds + neighbourSeconds) break;
      if (!own.has(sign.mediaId)) found.set(sign.key, sign);
    }
  }
  return [...found.values()];
}

/**
 * Every sign for each sequence: its own, then those of its neighbours.
 *
 * @param inForce the reviews, because a person that only a human saw is a sign for neighbours too
 */
export function signsFor(
  sequences: readonly GateSequence[],
  settings: GateSettings,
  inForce: ReviewsInForce,
): (readonly GateSign[])[] {
  const own = sequences.map((sequence) => ownSigns(sequence, settings));
  const { neighbourSeconds } = settings;
  if (!(neighbourSeconds > 0)) return own;
  const reaching = reachingSigns(sequences, own, inForce);
  return sequences.map((sequence, index) => {
    const found = neighbouringSigns(sequence, reaching.get(sequence.deployment) ?? [], neighbourSeconds);
    const signs = own[index] ?? noSigns;
    return found.length === 0 ? signs : [...signs, ...found];
  });
}
