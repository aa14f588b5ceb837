import type { BoundingBox } from '../prediction/box.ts';
import type { InputFrame } from '../tensor/inputFrame.ts';
import { boxInPhoto } from '../tensor/letterbox.ts';
import type { Detection, Prediction } from '../prediction/prediction.ts';
import { selectBoxes } from './boxSelection.ts';
import { checkedScore } from './rawOutput.ts';

/** Where the numbers of an output that has one box per cell lie. */
export interface CellGrid {
  data: Float32Array;
  cells: number;
  labelCount: number;
  /** Index of the first label's score in the first cell. */
  firstScore: number;
  /** Numbers between the scores of neighbouring labels, and of neighbouring cells. */
  labelStep: number;
  cellStep: number;
  /** Index of the first cell's objectness, by which every score is multiplied; -1 for none. */
  firstObjectness: number;
}

/** What of a detector's manifest decides which boxes are kept. */
export interface CellSelection {
  scoreFloor: number;
  nmsIou: number;
  maxDetections: number;
}

/**
 * Boxes from an output with one box per cell and a score per label. A cell gives one box for *each* label over the
 * floor, so that a person is not lost behind an animal that scores higher in the same place.
 *
 * @param boxOf a cell's box, in input pixels
 * @throws PhotoFailure `inference` for a score that is no probability
 */
export function decodeCells(
  grid: CellGrid,
  boxOf: (cell: number) => BoundingBox,
  selection: CellSelection,
  { placement, photo }: InputFrame,
): Prediction {
  const { data, cells, labelCount, firstScore, labelStep, cellStep, firstObjectness } = grid;
  const candidates: Detection[] = [];
  const labelScores = new Float32Array(labelCount);
  for (let labelIndex = 0; labelIndex < labelCount; labelIndex += 1) {
    const first = firstScore + labelIndex * labelStep;
    let best = 0;
    for (let cell = 0; cell < cells; cell += 1) {
      const score = data[first + cell * cellStep] as number;
      const objectness = firstObjectness < 0 ? 1 : (data[firstObjectness + cell * cellStep] as number);
      // Each is checked, not the product: a logit of objectness can hide behind a small score.
      const total = Math.fround(checkedScore(score) * checkedScore(objectness));
      if (total > best) best = total;
      if (total <= selection.scoreFloor) continue;
      candidates.push({ labelIndex, score: total, box: boxInPhoto(boxOf(cell), placement) });
    }
    labelScores[labelIndex] = best;
  }
  return selectBoxes(candidates, labelScores, selection, photo);
}

/** A box from its centre and size. */
export function boxAround(centerX: number, centerY: number, width: number, height: number): BoundingBox {
  return { x: centerX - width / 2, y: centerY - height / 2, width, height };
}
