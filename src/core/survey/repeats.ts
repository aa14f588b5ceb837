import type { ModelLabel } from '../models/manifest/modelManifest.ts';
import { isSifted, roleScores, type Photo } from './photo.ts';
import { unpackDetections } from '../models/prediction/predictionPacking.ts';
import {
  findRepeats,
  type PlacedBox,
  type RepeatOptions,
  type RepeatSuspect,
} from '../models/prediction/repeatDetection.ts';

/** A box that repeats, with the name under which a person judges it. */
export interface NamedSuspect extends RepeatSuspect {
  /** The same as long as its deployment, label and strongest box are. */
  key: string;
  label: string;
}

function keyOf({ deployment, box }: RepeatSuspect, label: string): string {
  const place = [box.x, box.y, box.width, box.height].map((value) => Math.round(value * 1000));
  return JSON.stringify([deployment, label, place]);
}

/** The boxes that repeat within a deployment, for a person to judge. */
export function repeatSuspects(
  photos: readonly Photo[],
  labels: readonly ModelLabel[],
  options: RepeatOptions,
): NamedSuspect[] {
  const boxes: PlacedBox[] = [];
  for (const photo of photos) {
    if (!isSifted(photo)) continue;
    const { id: mediaId, deployment } = photo;
    for (const { labelIndex, score, box } of unpackDetections(photo.prediction)) {
      boxes.push({ mediaId, deployment, labelIndex, score, box });
    }
  }
  return findRepeats(boxes, options).map((suspect) => {
    const label = labels[suspect.labelIndex]?.name ?? String(suspect.labelIndex);
    return { ...suspect, label, key: keyOf(suspect, label) };
  });
}

function sameBox(left: PlacedBox['box'], right: PlacedBox['box']): boolean {
  return (
    left.x === right.x && left.y === right.y && left.width === right.width && left.height === right.height
  );
}

/**
 * Photos whose decisions no longer rest on boxes that a person found to be branches and stones: a label's score becomes
 * that of its best other box, or 0. What the model said stays, and so does every sign for the people gate, because
 * somebody may stand before the stone.
 *
 * @returns the same object for a photo without such a box
 */
export function withoutRepeats(
  photos: readonly Photo[],
  labels: readonly ModelLabel[],
  confirmed: readonly NamedSuspect[],
): Photo[] {
  const gone = new Map<string, PlacedBox[]>();
  for (const { occurrences } of confirmed) {
    for (const placed of occurrences) {
      gone.set(placed.mediaId, [...(gone.get(placed.mediaId) ?? []), placed]);
    }
  }
  return photos.map((photo) => {
    const boxes = gone.get(photo.id);
    if (!boxes || !isSifted(photo)) return photo;
    const labelScores = photo.prediction.labelScores.slice();
    for (const { labelIndex } of boxes) labelScores[labelIndex] = 0;
    for (const { labelIndex, score, box } of unpackDetections(photo.prediction)) {
      const isTouched = boxes.some((one) => one.labelIndex === labelIndex);
      const isGone = boxes.some((one) => one.labelIndex === labelIndex && sameBox(one.box, box));
      if (isTouched && !isGone) labelScores[labelIndex] = Math.max(labelScores[labelIndex] ?? 0, score);
    }
    return { ...photo, scores: roleScores({ ...photo.prediction, labelScores }, labels) };
  });
}
