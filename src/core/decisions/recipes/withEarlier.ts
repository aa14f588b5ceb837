import {
  packPrediction,
  unpackDetections,
  type PackedPrediction,
} from '../../models/prediction/predictionPacking.ts';
import { mapLabels, type LabelMap } from '../../taxa/labelMap.ts';
import type { PreparedRecipe, RecipeModel } from './preparedRecipe.ts';
import { wholeOutput } from './recipeOutput.ts';

/** A prediction in other labels; what they have no word for is left out. */
function translated(output: PackedPrediction, map: LabelMap, size: number): PackedPrediction {
  if (map.length === size && map.every((place, index) => place === index)) return output;
  const labelScores = new Float32Array(size);
  output.labelScores.forEach((score, index) => {
    const place = map[index] ?? null;
    if (place !== null) labelScores[place] = Math.max(labelScores[place] ?? 0, score);
  });
  const detections = unpackDetections(output).flatMap((detection) => {
    const labelIndex = map[detection.labelIndex] ?? null;
    return labelIndex === null ? [] : [{ ...detection, labelIndex }];
  });
  return packPrediction({ detections, labelScores });
}

/**
 * A recipe in which the word of an earlier version stands, photo by photo, until the present one has spoken.
 *
 * @param earlier models that looked at whole photos, the latest first
 */
export function withEarlier(prepared: PreparedRecipe, earlier: readonly RecipeModel[]): PreparedRecipe {
  if (earlier.length === 0) return prepared;
  const { labels } = prepared.combined;
  const maps = earlier.map(({ manifest }) => mapLabels(manifest.labels, labels));
  const standIn: PreparedRecipe['standIn'] = (outputs) => {
    if (prepared.combine(outputs) !== null) return null;
    return earlier.find(({ hash }) => wholeOutput(outputs, hash)) ?? null;
  };
  return {
    ...prepared,
    keys: [...prepared.keys, ...earlier.map(({ hash }) => hash)],
    standIn,
    combine: (outputs) => {
      const model = standIn(outputs);
      if (!model) return prepared.combine(outputs);
      const said = wholeOutput(outputs, model.hash);
      return said ? translated(said, maps[earlier.indexOf(model)] ?? [], labels.length) : null;
    },
  };
}
