import { leftOutList, type LeftOut } from '../exportFile.ts';
import { mayLeave } from '../../decisions/gate/peopleGate.ts';
import { strongestSign } from '../../decisions/gate/photoEvidence.ts';
import type { BoundingBox } from '../../models/prediction/box.ts';
import type { SnapshotPhoto, SnapshotSequence, SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { coveringOf, coverThresholds } from './covers.ts';
import { shareablePhoto } from './shareable.ts';
import { defaultShareOptions, type ShareOptions, type Treatment } from './shareOptions.ts';

/** A photo that others may see. */
export interface ShownPhoto {
  photo: SnapshotPhoto;
  /** Boxes that are filled in every picture of it, 0-1 of the upright photo, margin included. */
  covers: readonly BoundingBox[];
}

/** A sequence that others may see, with those of its photos that they may see, in order; at least one. */
export interface ShownSequence {
  sequence: SnapshotSequence;
  photos: readonly ShownPhoto[];
}

export interface Shown {
  sequences: readonly ShownSequence[];
  leftOut: readonly LeftOut[];
}

/**
 * True for a photo in which a person stands: by a person's word where there is one, else by any model's, whatever else
 * is in it. A photo's one label is no filter: a person beside a dog is labelled a dog (google/cameratrapai, issue 60).
 */
export function showsPerson(
  { observations, evidence }: Pick<SnapshotPhoto, 'observations' | 'evidence'>,
  { thresholds }: Pick<SurveySnapshot, 'thresholds'>,
): boolean {
  if (observations.some(({ role }) => role === 'person')) return true;
  if (observations.some(({ provenance }) => provenance.by === 'human')) return false;
  return evidence !== null && !(strongestSign(evidence, 'person') < thresholds.person);
}

/** A sequence that others may be told of, with its photos in order. */
export interface OpenSequence {
  sequence: SnapshotSequence;
  photos: readonly SnapshotPhoto[];
}

/**
 * What others may be told of: the sequences that the people gate lets go, and of these, unless asked, only those in
 * which no person stands. A release signs off what was doubtful and makes nobody a matter of public interest.
 *
 * @param people `cover` takes released sequences with people too
 */
export function openSequences(
  snapshot: SurveySnapshot,
  people: Treatment = 'leave-out',
): { sequences: readonly OpenSequence[]; leftOut: readonly LeftOut[] } {
  const { sequences, photos } = snapshot;
  const free = sequences
    .filter(({ gate }) => mayLeave(gate))
    .map((sequence) => ({ sequence, photos: sequence.photos.flatMap((index) => photos[index] ?? []) }));
  const open = free.filter(
    ({ sequence, photos: own }) =>
      people === 'cover' ||
      !(
        sequence.observations.some(({ role }) => role === 'person') ||
        own.some((photo) => showsPerson(photo, snapshot))
      ),
  );
  const count = (test: (photo: SnapshotPhoto) => boolean): number => photos.filter(test).length;
  return {
    sequences: open,
    leftOut: leftOutList([
      { reason: 'held', count: sequences.length - free.length },
      { reason: 'people', count: free.length - open.length },
      { reason: 'failed', count: count(({ media }) => media.failure !== null) },
      { reason: 'pending', count: count(({ media }) => media.status === 'pending') },
    ]),
  };
}

/**
 * What others may see in pictures that an export makes. Whatever any model took for a person is covered in them, signed
 * off or not, and a photo in which it cannot be covered is left out: the rules of the copies to share.
 *
 * @param people as `openSequences`
 */
export function shownSequences(snapshot: SurveySnapshot, people: Treatment = 'leave-out'): Shown {
  const { gate } = snapshot;
  const vehicles = gate.vehicleThreshold === null ? 'show' : 'cover';
  const options: ShareOptions = { ...defaultShareOptions, people: 'cover', vehicles };
  const thresholds = coverThresholds(snapshot);
  const { sequences, leftOut } = openSequences(snapshot, people);
  let uncoverable = 0;
  const shown = sequences.flatMap(({ sequence, photos }): ShownSequence[] => {
    const seen = photos.flatMap((photo): ShownPhoto[] => {
      const covering = coveringOf(shareablePhoto(photo, sequence), thresholds, options);
      return covering.kind === 'copy' ? [{ photo, covers: covering.covers }] : [];
    });
    uncoverable += photos.length - seen.length;
    return seen.length > 0 ? [{ sequence, photos: seen }] : [];
  });
  return {
    sequences: shown,
    leftOut: leftOutList([...leftOut, { reason: 'no-place', count: uncoverable }]),
  };
}
