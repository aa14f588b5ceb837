import type { Detection } from '../../src/core/models/prediction/prediction.ts';
import type { ReferenceBox } from './referenceBoxes.ts';

/** How far the boxes of the app are from those of a reference. */
export interface BoxDifference {
  /** Furthest corner, in pixels of the upright photo. */
  pixels: number;
  score: number;
}

type Corners = readonly [left: number, top: number, right: number, bottom: number];

function cornersOf({ box }: Detection, { width, height }: { width: number; height: number }): Corners {
  return [box.x * width, box.y * height, (box.x + box.width) * width, (box.y + box.height) * height];
}

function furthest(first: Corners, second: Corners): number {
  return Math.max(...first.map((side, index) => Math.abs(side - (second[index] ?? NaN))));
}

/**
 * Pairs every box of the reference from a score upwards with the app's nearest of the same label; one without any
 * is infinitely far.
 *
 * @param photo upright size in pixels
 */
export function boxDifference(
  detections: readonly Detection[],
  reference: readonly ReferenceBox[],
  photo: { width: number; height: number },
  leastScore: number,
): BoxDifference {
  const worst: BoxDifference = { pixels: 0, score: 0 };
  for (const [labelIndex, score, ...corners] of reference) {
    if (score < leastScore) continue;
    const pairs = detections
      .filter((detection) => detection.labelIndex === labelIndex)
      .map((detection) => ({
        pixels: furthest(cornersOf(detection, photo), corners),
        score: Math.abs(detection.score - score),
      }))
      .sort((first, second) => first.pixels - second.pixels);
    const [nearest = { pixels: Infinity, score: Infinity }] = pairs;
    worst.pixels = Math.max(worst.pixels, nearest.pixels);
    worst.score = Math.max(worst.score, nearest.score);
  }
  return worst;
}
