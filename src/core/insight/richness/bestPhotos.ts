import type { SnapshotPhoto, SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { labelOf } from '../../survey/observedName.ts';

/** How much of the frame the largest box of an observation of that label takes, 0-1; 0 without boxes. */
function largestBox({ observations }: SnapshotPhoto, label: string): number {
  const areas = observations.map((one) =>
    labelOf(one) === label && one.box ? one.box.width * one.box.height : 0,
  );
  return Math.max(0, ...areas);
}

function rank(photo: SnapshotPhoto, label: string): number[] {
  const own = photo.observations.filter((one) => labelOf(one) === label);
  const isConfirmed = own.some(({ provenance }) => provenance.by === 'human');
  const score = Math.max(0, ...own.map((one) => one.score ?? photo.decision?.score ?? 0));
  return [photo.starred ? 1 : 0, isConfirmed ? 1 : 0, score + largestBox(photo, label)];
}

/**
 * The photos to show of one kind: starred ones first, then those a person named, then by the machine's score and how
 * large the animal is in the frame. At most one of each sequence, because frames of a burst look alike.
 *
 * @returns at most `limit`, best first; ties by path
 */
export function bestPhotos({ photos }: SurveySnapshot, label: string, limit: number): SnapshotPhoto[] {
  const ranked = photos
    .filter(({ observations }) => observations.some((one) => labelOf(one) === label))
    .map((photo) => ({ photo, rank: rank(photo, label) }))
    .sort((left, right) => {
      const place = left.rank.findIndex((value, index) => value !== right.rank[index]);
      if (place >= 0) return (right.rank[place] ?? 0) - (left.rank[place] ?? 0);
      return left.photo.media.path < right.photo.media.path ? -1 : 1;
    });
  const sequences = new Set<string>();
  const best: SnapshotPhoto[] = [];
  for (const { photo } of ranked) {
    if (best.length >= limit) break;
    if (photo.sequenceId !== null && sequences.has(photo.sequenceId)) continue;
    if (photo.sequenceId !== null) sequences.add(photo.sequenceId);
    best.push(photo);
  }
  return best;
}
