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
