import { strongestSign } from '../../decisions/gate/photoEvidence.ts';
import type { SnapshotPhoto, SnapshotSequence, SurveySnapshot } from '../../survey/surveySnapshot.ts';
import type { PlannedCopy } from './sharePlan.ts';

/** A copy that would be made, with what may be doubted about it. */
export interface DoubtedCopy {
  copy: PlannedCopy;
  /** The highest score that anything kept gives a person in the photo, 0-1; also below every threshold. */
  personScore: number;
  /** True where a person said something of the photo's sequence. */
  isReviewed: boolean;
}

/** The highest score of a person by any word on the photo; 1 where a score is no number. */
function personScoreOf({ evidence, prediction }: SnapshotPhoto, labels: SurveySnapshot['labels']): number {
  let highest = evidence ? Math.max(0, strongestSign(evidence, 'person')) : 0;
  // Signs that are too faint to be kept still put a photo before others.
  labels.forEach(({ role }, index) => {
    const score = prediction?.labelScores[index] ?? 0;
    if (role === 'person') highest = Math.max(highest, Number.isNaN(score) ? Infinity : score);
  });
  return Math.min(1, highest);
}

/**
 * Copies with the greatest doubt first: the highest score of a person, then what nobody looked at; otherwise in the order
 * of the plan.
 */
export function byDoubt(
  copies: readonly PlannedCopy[],
  { photos, sequences, labels }: Pick<SurveySnapshot, 'photos' | 'sequences' | 'labels'>,
): DoubtedCopy[] {
  const photoOf = new Map(photos.map((photo) => [photo.media.id, photo]));
  const sequenceOf = new Map<string, SnapshotSequence>(sequences.map((sequence) => [sequence.id, sequence]));
  const doubted = copies.map((copy): DoubtedCopy => {
    const photo = photoOf.get(copy.photo.id);
    const sequence = sequenceOf.get(copy.sequenceId);
    return {
      copy,
      personScore: photo ? personScoreOf(photo, labels) : 1,
      isReviewed: sequence !== undefined && (sequence.isReviewed || sequence.gate.state === 'released'),
    };
  });
  return doubted.sort(
    (left, right) =>
      right.personScore - left.personScore || Number(left.isReviewed) - Number(right.isReviewed),
  );
}
