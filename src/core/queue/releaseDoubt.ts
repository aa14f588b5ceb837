import type { BoundingBox } from '../models/prediction/box.ts';
import { strongestSign } from '../decisions/gate/photoEvidence.ts';
import type { GateState } from '../decisions/gate/peopleGate.ts';
import type { SnapshotPhoto } from '../survey/surveySnapshot.ts';

/** From this score for a person, 0-1, several sequences are never released without their pictures. */
export const doubtfulScore = 0.3;

/** A photo as far as a release is concerned. */
export type SignedPhoto = Pick<SnapshotPhoto, 'media' | 'evidence'>;

/** The photo of a sequence that speaks most for a person, and how much. */
export interface TellingPhoto<Photo extends SignedPhoto = SnapshotPhoto> {
  photo: Photo;
  /** Its place in the sequence, from 0. */
  frame: number;
  /** For a person, 0-1; 0 without any sign, Infinity where a score is no number. */
  score: number;
  /** Where the person is, 0-1 of the photo; null where no model says. */
  box: BoundingBox | null;
}

/** A sequence that is about to be released, and why somebody should look at it first. */
export interface ReleaseDoubt<Photo extends SignedPhoto = SnapshotPhoto> extends TellingPhoto<Photo> {
  /** The sequence. */
  id: string;
  /** False where nobody saw the telling photo in full size. */
  wasOpened: boolean;
  /** True where a person held it: what the models say of it is no comfort. */
  byHuman: boolean;
}

function boxOf({ evidence }: SignedPhoto): BoundingBox | null {
  let best: { score: number; box: BoundingBox } | null = null;
  for (const { role, score, box } of evidence ?? []) {
    if (role === 'person' && box && !(score <= (best?.score ?? -1))) best = { score, box };
  }
  return best?.box ?? null;
}

/** The photo that speaks most for a person: one that no model has seen comes first; null for no photo at all. */
export function tellingPhoto<Photo extends SignedPhoto>(
  photos: readonly Photo[],
): TellingPhoto<Photo> | null {
  let frame = -1;
  let strongest: readonly number[] = [];
  photos.forEach(({ evidence }, place) => {
    const strength =
      evidence === null
        ? [Infinity, 0]
        : [Math.max(0, strongestSign(evidence, 'person')), Math.max(0, strongestSign(evidence, 'vehicle'))];
    const [person = 0, vehicle = 0] = strength;
    const [mostPerson = -1, mostVehicle = -1] = strongest;
    if (person < mostPerson || (person === mostPerson && vehicle <= mostVehicle)) return;
    frame = place;
    strongest = strength;
  });
  const photo = photos[frame];
  return photo ? { photo, frame, score: strongest[0] ?? 0, box: boxOf(photo) } : null;
}

/**
 * Why a sequence should not be released without its picture; null where somebody saw the photo that tells most in full
 * size and no model sees a person there.
 *
 * @param wasOpened whether somebody saw a photo in full size
 */
export function releaseDoubt<Photo extends SignedPhoto>(
  { id, gate }: { id: string; gate: GateState },
  photos: readonly Photo[],
  wasOpened: (photo: Photo) => boolean,
): ReleaseDoubt<Photo> | null {
  const telling = tellingPhoto(photos);
  if (!telling) return null;
  const byHuman = gate.state === 'held' && gate.by === 'human';
  const opened = wasOpened(telling.photo);
  if (opened && !byHuman && telling.score < doubtfulScore) return null;
  return { ...telling, id, wasOpened: opened, byHuman };
}

/** The largest doubt first: what a person held, then by the score for a person. */
export function compareDoubts(left: ReleaseDoubt<SignedPhoto>, right: ReleaseDoubt<SignedPhoto>): number {
  if (left.byHuman !== right.byHuman) return left.byHuman ? -1 : 1;
  return left.score === right.score ? 0 : right.score - left.score;
}
