import type { LeavingPhotos } from '../exportFile.ts';
import type { SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { coverThresholds } from './covers.ts';
import { planShare } from './sharePlan.ts';
import { shareableSequences } from './shareable.ts';
import type { ShareOptions, Treatment } from './shareOptions.ts';
import { shownSequences } from './shownSequences.ts';

/** What may leave as a copy. @param chosen ids of the sequences to share; null for all */
export function leavingAsCopies(
  snapshot: SurveySnapshot,
  chosen: ReadonlySet<string> | null,
  options: ShareOptions,
): LeavingPhotos {
  const { copies } = planShare(shareableSequences(snapshot, chosen), coverThresholds(snapshot), options);
  return new Map(copies.map(({ photo, covers }) => [photo.id, covers]));
}

/** What may leave in the pictures of an export. @param people as `shownSequences` */
export function leavingInPictures(snapshot: SurveySnapshot, people: Treatment = 'leave-out'): LeavingPhotos {
  const shown = shownSequences(snapshot, people).sequences.flatMap(({ photos }) => photos);
  return new Map(shown.map(({ photo, covers }) => [photo.media.id, covers]));
}
