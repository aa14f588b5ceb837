import type { BoundingBox } from '../../models/prediction/box.ts';
import type { PackedPrediction } from '../../models/prediction/predictionPacking.ts';

/** What a classifier said of parts of a photo that were cut out for it. */
export interface PackedCrops {
  /** The detector's boxes that were cut out, x, y, width, height, 0-1 of the upright photo: `[crops, 4]`. */
  cropBoxes: Float32Array<ArrayBuffer>;
  /** Its scores of each crop, 0-1: `[crops, labels]`. */
  cropScores: Float32Array<ArrayBuffer>;
}

/** What one run of a model gave, as it is stored. */
export type PackedOutput = PackedPrediction | PackedCrops;

/** What the models of a recipe said of one photo, by the key of each run. */
export type RecipeOutputs = Pick<ReadonlyMap<string, PackedOutput>, 'get' | 'has'>;

export function isCrops(output: PackedOutput): output is PackedCrops {
  return 'cropScores' in output;
}

/** What a model said of the whole photo; undefined while it has not seen it. */
export function wholeOutput(outputs: RecipeOutputs, key: string): PackedPrediction | undefined {
  const output = outputs.get(key);
  return output && !isCrops(output) ? output : undefined;
}

/** What a model said of crops; undefined while it has seen none. */
export function cropOutput(outputs: RecipeOutputs, key: string): PackedCrops | undefined {
  const output = outputs.get(key);
  return output && isCrops(output) ? output : undefined;
}

/** What a classifier said of one crop. */
export interface CropScores {
  box: BoundingBox;
  labelScores: Float32Array<ArrayBuffer>;
}

/** Packs what a classifier said of crops, after what it said of others of the same photo. */
export function packCrops(crops: readonly CropScores[], earlier?: PackedCrops): PackedCrops {
  const boxes = crops.flatMap(({ box }) => [box.x, box.y, box.width, box.height]);
  const scores = crops.flatMap(({ labelScores }) => [...labelScores]);
  return {
    cropBoxes: Float32Array.from([...(earlier?.cropBoxes ?? []), ...boxes]),
    cropScores: Float32Array.from([...(earlier?.cropScores ?? []), ...scores]),
  };
}

/** A classifier's scores of the crop of a box, one per label; null when it has not seen it. */
export function cropScoresOf(
  crops: PackedCrops | undefined,
  { x, y, width, height }: BoundingBox,
  labelCount: number,
): Float32Array<ArrayBuffer> | null {
  const { cropBoxes, cropScores } = crops ?? { cropBoxes: [], cropScores: new Float32Array() };
  for (let at = 0; at < cropBoxes.length; at += 4) {
    if (cropBoxes[at] !== x || cropBoxes[at + 1] !== y) continue;
    if (cropBoxes[at + 2] !== width || cropBoxes[at + 3] !== height) continue;
    const start = (at / 4) * labelCount;
    return cropScores.subarray(start, start + labelCount);
  }
  return null;
}
