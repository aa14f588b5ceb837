import type { ModelLabel } from '../models/manifest/modelManifest.ts';
import { unpackDetections, type PackedPrediction } from '../models/prediction/predictionPacking.ts';
import { smoothSequence, type ClassifiedDetection } from './smoothing.ts';
import type { SmoothingOptions } from './smoothingOptions.ts';

/** The animal label with the highest score. */
function topAnimal(scores: ArrayLike<number>, labels: readonly ModelLabel[]): number {
  let top = -1;
  labels.forEach(({ role }, label) => {
    if (role === 'animal' && (top < 0 || (scores[label] ?? 0) > (scores[top] ?? 0))) top = label;
  });
  return top;
}

/** What smoothing counts in a photo: its boxes, or the classifier's best label of a photo without boxes. */
function detectionsIn(prediction: PackedPrediction, labels: readonly ModelLabel[]): ClassifiedDetection[] {
  const boxes = unpackDetections(prediction);
  if (boxes.length > 0) {
    return boxes.map(({ labelIndex, score }) => ({
      role: labels[labelIndex]?.role ?? 'other',
      detectionScore: score,
      labelIndex,
      classificationScore: score,
    }));
  }
  const labelIndex = topAnimal(prediction.labelScores, labels);
  const score = prediction.labelScores[labelIndex] ?? 0;
  return labelIndex < 0
    ? []
    : [{ role: 'animal', detectionScore: score, labelIndex, classificationScore: score }];
}

/**
 * Each frame's label scores after smoothing: the score of a label that was overruled counts for the one that overruled
 * it. What the model said stays as it is.
 *
 * @returns one list per frame; the frame's own where nothing changed
 */
export function smoothedScores(
  frames: readonly PackedPrediction[],
  labels: readonly ModelLabel[],
  options: SmoothingOptions,
): ArrayLike<number>[] {
  const detections = frames.map((frame) => detectionsIn(frame, labels));
  const smoothed = smoothSequence(detections, labels, options);
  return frames.map(({ labelScores }, frame) => {
    const moves = (detections[frame] ?? []).flatMap(({ labelIndex, classificationScore }, index) => {
      const to = smoothed[frame]?.[index] ?? labelIndex;
      return to === labelIndex ? [] : [{ from: labelIndex, to, score: classificationScore }];
    });
    if (moves.length === 0) return labelScores;
    const scores = Float64Array.from(labelScores);
    for (const { from } of moves) scores[from] = 0;
    for (const { to, score } of moves) scores[to] = Math.max(scores[to] ?? 0, score);
    return scores;
  });
}
