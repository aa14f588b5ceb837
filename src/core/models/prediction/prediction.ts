import type { BoundingBox } from './box.ts';

/** One object a detector found in one photo. */
export interface Detection {
  /** Index into the manifest's `labels`. */
  labelIndex: number;
  /** Calibrated score, 0-1. */
  score: number;
  /** In the upright, full-frame photo, 0-1. */
  box: BoundingBox;
}

/** What one model said of one photo, whatever kind of model it is. */
export interface Prediction {
  /** Best first; empty for a classifier, which has no boxes. */
  detections: Detection[];
  /** The best score of each label of the manifest, 0-1; for detectors over all boxes, also those under the floor. */
  labelScores: Float32Array<ArrayBuffer>;
}
