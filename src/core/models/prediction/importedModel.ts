import type { ModelLabel } from '../manifest/modelManifest.ts';
import { clampToUnit, type BoundingBox } from './box.ts';
import { packPrediction, type PackedPrediction } from './predictionPacking.ts';
import type { Detection } from './prediction.ts';
import type { RoleThresholds } from '../role.ts';

/** What another program said, as one more model: it has labels and thresholds, and nothing to run. */
export interface ImportedModel {
  /** Lower case, digits, `.`, `_` and `-`; the same file gives the same id. */
  id: string;
  version: string;
  name: string;
  labels: readonly ModelLabel[];
  typical: RoleThresholds;
  conservative: RoleThresholds;
  /** What the file says of itself, to be written again with its results; absent where its format says nothing. */
  info?: Readonly<Record<string, unknown>>;
}

/** What it said of one photo; `file` is as it was written. */
export interface ImportedPhoto {
  file: string;
  prediction: PackedPrediction;
}

export interface ImportedResults {
  model: ImportedModel;
  photos: readonly ImportedPhoto[];
  /** Photos that it failed at, and what was left out, with the reason. */
  failures: readonly { file: string; reason: string }[];
}

/** `MDv5a.0.1 (fast)` becomes `imported.mdv5a.0.1-fast`. */
export function importedModelId(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return `imported.${plain || 'model'}`;
}

/** Labels in the order in which they were first named. */
export class LabelCollector {
  readonly labels: ModelLabel[] = [];
  readonly #indexes = new Map<string, number>();

  /** The index of a label; a new one is added. Names count without regard to case. */
  indexOf(label: ModelLabel): number {
    const key = label.name.toLowerCase();
    const known = this.#indexes.get(key);
    if (known !== undefined) return known;
    this.#indexes.set(key, this.labels.length);
    return this.labels.push(label) - 1;
  }
}

/** What a program said of a photo, before all its labels are known. */
export interface CollectedPhoto {
  file: string;
  detections: readonly Detection[];
  /** Best score of each label that was named, 0-1. */
  scores: ReadonlyMap<number, number>;
  /** See `PackedPrediction`. */
  entry?: string;
}

/** A score that is no number comes first. */
function rankOf({ score }: Detection): number {
  return Number.isNaN(score) ? 2 : score;
}

/** Packs what was said of a photo once the number of labels is known; boxes come best first. */
export function packCollected(
  { file, detections, scores, entry }: CollectedPhoto,
  labels: number,
): ImportedPhoto {
  const labelScores = new Float32Array(labels);
  for (const [label, score] of scores) labelScores[label] = score;
  const ordered = detections.toSorted((left, right) => rankOf(right) - rankOf(left));
  const prediction = packPrediction({ detections: ordered, labelScores });
  return { file, prediction: entry === undefined ? prediction : { ...prediction, entry } };
}

/** A box as a file gives it, in the photo; of no size where one of its numbers is none: then nobody knows its place. */
export function boxFrom([x, y, width, height]: readonly [number, number, number, number]): BoundingBox {
  return Number.isFinite(x + y + width + height)
    ? clampToUnit({ x, y, width, height })
    : { x: 0, y: 0, width: 0, height: 0 };
}

/** Raises the score of a label; one that is no number stays that, whatever comes after it. */
export function raise(scores: Map<number, number>, label: number, score: number): void {
  scores.set(label, Math.max(scores.get(label) ?? 0, score));
}
