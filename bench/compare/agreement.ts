import type { Prediction } from '../../src/core/models/prediction/prediction.ts';
import type { PlainPrediction } from '../page/contract.ts';

/** How far programs agree on a model's answers. */
export interface Agreement {
  /** Greatest difference of the model's output for the same tensor, as a share of its greatest number. */
  sameTensor: { native: number; transformers: number | null };
  /** Share of photos, from file to answer, with the same label; of a detector, share of clear boxes that are alike. */
  samePhotos: { native: number; transformers: number | null };
}

/** Two labels as good as each other: resizing a photo another way moves scores by a few hundredths. */
const scoreTolerance = 0.1;
const leastOverlap = 0.5;

/** Greatest difference as a share of the greatest number. */
export function outputDifference(left: ArrayLike<number>, right: ArrayLike<number>): number {
  if (left.length !== right.length) return Infinity;
  let most = 0;
  let difference = 0;
  for (let index = 0; index < left.length; index += 1) {
    most = Math.max(most, Math.abs(left[index] ?? 0));
    difference = Math.max(difference, Math.abs((left[index] ?? 0) - (right[index] ?? 0)));
  }
  return most === 0 ? difference : difference / most;
}

function best(scores: ArrayLike<number>): number {
  let index = 0;
  for (let other = 1; other < scores.length; other += 1) {
    if ((scores[other] ?? 0) > (scores[index] ?? 0)) index = other;
  }
  return index;
}

function sameLabel(left: ArrayLike<number>, right: ArrayLike<number>): boolean {
  const ours = best(left);
  const theirs = best(right);
  return ours === theirs || (right[theirs] ?? 0) - (right[ours] ?? 0) < scoreTolerance;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function overlap(left: Box, right: Box): number {
  const across = Math.min(left.x + left.width, right.x + right.width) - Math.max(left.x, right.x);
  const down = Math.min(left.y + left.height, right.y + right.height) - Math.max(left.y, right.y);
  if (across <= 0 || down <= 0) return 0;
  const shared = across * down;
  return shared / (left.width * left.height + right.width * right.height - shared);
}

/** For each clear box of one whether it has its like in the other, of the same label and about the same score. */
function sameBoxes(photo: PlainPrediction, { detections }: Prediction, clear: number): boolean[] {
  return photo.scores.flatMap((score, index) => {
    if (score < clear + scoreTolerance) return [];
    const [x = 0, y = 0, width = 0, height = 0] = photo.boxes.slice(index * 4, index * 4 + 4);
    return detections.some(
      ({ box, labelIndex, score: other }) =>
        labelIndex === photo.labels[index] &&
        Math.abs(score - other) < 2 * scoreTolerance &&
        overlap({ x, y, width, height }, box) >= leastOverlap,
    );
  });
}

/**
 * Share of photos with the same label, or of clear boxes that are alike.
 *
 * @param clear score from which boxes are compared; null for a classifier
 */
export function sameAnswers(
  photos: readonly PlainPrediction[],
  others: readonly Prediction[],
  clear: number | null,
): number {
  const same = photos.flatMap((photo, index) => {
    const other = others[index];
    if (!other) return [false];
    return clear === null
      ? [sameLabel(photo.labelScores, other.labelScores)]
      : sameBoxes(photo, other, clear);
  });
  return same.length === 0 ? 1 : same.filter(Boolean).length / same.length;
}
