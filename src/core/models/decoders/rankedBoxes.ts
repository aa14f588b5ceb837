import type { InputFrame } from '../tensor/inputFrame.ts';
import { boxInPhoto } from '../tensor/letterbox.ts';
import type { Detection, Prediction } from '../prediction/prediction.ts';
import { selectBoxes } from './boxSelection.ts';
import { labelOfClass } from './classNumbers.ts';
import { checkedScore } from './rawOutput.ts';

/** One finished box of a model that needs no suppression. */
export interface RankedBox {
  /** Corners, in input pixels. */
  corners: readonly [left: number, top: number, right: number, bottom: number];
  score: number;
  classId: number;
}

/** What of a detector's manifest decides which boxes are kept. */
export interface RankedSelection {
  scoreFloor: number;
  maxDetections: number;
  classIds?: readonly number[] | undefined;
}

/**
 * The prediction from finished boxes with class numbers. Rows with a score of 0 are filling, and skipped.
 *
 * @throws PhotoFailure `inference` for a class that the manifest does not know or a score that is no probability
 */
export function decodeRanked(
  boxes: Iterable<RankedBox>,
  selection: RankedSelection,
  labelCount: number,
  { placement, photo }: InputFrame,
): Prediction {
  const labelOf = labelOfClass(labelCount, selection.classIds);
  const labelScores = new Float32Array(labelCount);
  const candidates: Detection[] = [];
  for (const { corners, score: given, classId } of boxes) {
    const score = checkedScore(given);
    if (score <= 0) continue;
    const labelIndex = labelOf(classId);
    if (labelIndex < 0) continue;
    labelScores[labelIndex] = Math.max(labelScores[labelIndex] ?? 0, score);
    if (score <= selection.scoreFloor) continue;
    const [left, top, right, bottom] = corners;
    const box = boxInPhoto({ x: left, y: top, width: right - left, height: bottom - top }, placement);
    candidates.push({ labelIndex, score, box });
  }
  return selectBoxes(candidates, labelScores, selection, photo);
}
