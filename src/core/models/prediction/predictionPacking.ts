import type { Detection, Prediction } from './prediction.ts';

/** A prediction as it is stored: typed arrays, a tenth of the size of objects and read without parsing. */
export interface PackedPrediction {
  /** Label index of each box. */
  labels: Uint16Array<ArrayBuffer>;
  /** Score of each box, 0-1. */
  scores: Float32Array<ArrayBuffer>;
  /** x, y, width, height of each box, 0-1 of the upright photo: `[boxes, 4]`. */
  boxes: Float32Array<ArrayBuffer>;
  /** Best score of each label of the manifest, 0-1. */
  labelScores: Float32Array<ArrayBuffer>;
  /** JSON in ASCII, word for word what the file said that it came in; absent for what a model said here. */
  entry?: string | undefined;
}

/** Packs a prediction; numbers are kept to float32, which is what models give. */
export function packPrediction({ detections, labelScores }: Prediction): PackedPrediction {
  return {
    labels: Uint16Array.from(detections, ({ labelIndex }) => labelIndex),
    scores: Float32Array.from(detections, ({ score }) => score),
    boxes: Float32Array.from(detections.flatMap(({ box }) => [box.x, box.y, box.width, box.height])),
    labelScores: Float32Array.from(labelScores),
  };
}

/** The boxes of a packed prediction, in the order they were packed. */
export function unpackDetections({ labels, scores, boxes }: PackedPrediction): Detection[] {
  const detections: Detection[] = [];
  // No iterators and no views: all boxes of a survey are gone through whenever a threshold moves.
  for (let index = 0; index < labels.length; index += 1) {
    const at = 4 * index;
    const box = {
      x: boxes[at] ?? 0,
      y: boxes[at + 1] ?? 0,
      width: boxes[at + 2] ?? 0,
      height: boxes[at + 3] ?? 0,
    };
    detections.push({ labelIndex: labels[index] ?? 0, score: scores[index] ?? 0, box });
  }
  return detections;
}

/** The prediction that was packed. */
export function unpackPrediction(packed: PackedPrediction): Prediction {
  return { detections: unpackDetections(packed), labelScores: packed.labelScores };
}
