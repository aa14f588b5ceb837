import { mayLeave } from '../gate/peopleGate.ts';
import type { SnapshotPhoto, SnapshotSequence, SurveySnapshot } from '../survey/surveySnapshot.ts';
import { leftOutList, type LeftOut } from './exportFile.ts';

/** Sequences that may leave the machine, each with its photos in order. */
export interface SharedSequence {
  sequence: SnapshotSequence;
  photos: readonly SnapshotPhoto[];
}

export interface Selection {
  shared: readonly SharedSequence[];
  leftOut: readonly LeftOut[];
}

/** True for a photo in which a person stands, by anybody's word, or by the machine's where nobody said otherwise. */
function showsPerson({ observations }: SnapshotPhoto): boolean {
  return observations.some(({ role }) => role === 'person');
}

/**
 * The sequences whose photos may be shown to others: those that the people gate lets go, without any in which a person
 * stands. A release signs off what was doubtful; it does not make a person in a photo a matter of public interest.
 */
export function shareable({ sequences, photos }: SurveySnapshot): Selection {
  const free = sequences.filter(({ gate }) => mayLeave(gate));
  const withPhotos = free.map((sequence) => ({
    sequence,
    photos: sequence.photos.flatMap((index) => photos[index] ?? []),
  }));
  const shared = withPhotos.filter(
    ({ sequence, photos: own }) =>
      !own.some(showsPerson) && !sequence.observations.some(({ role }) => role === 'person'),
  );
  return {
    shared,
    leftOut: leftOutList([
      {
        count: sequences.length - free.length,
        what: 'sequences',
        why: 'held by the people gate',
      },
      { count: withPhotos.length - shared.length, what: 'sequences', why: 'with a person in a photo' },
      {
        count: photos.filter(({ media }) => media.failure !== null).length,
        what: 'photos',
        why: 'that could not be read',
      },
      {
        count: photos.filter(({ media }) => media.status === 'pending').length,
        what: 'photos',
        why: 'not sifted yet',
      },
    ]),
  };
}
