import { packPrediction, unpackDetections } from '../../models/prediction/predictionPacking.ts';
import type { ModelWord, RecipeModel } from './preparedRecipe.ts';
import { cropOutput, wholeOutput, type PackedCrops, type RecipeOutputs } from './recipeOutput.ts';
import { perPart } from '../../incremental/perPart.ts';
import { topLabel } from './topLabel.ts';

/** One text for all words of a model. */
const nameOf = perPart(({ id, version }: RecipeModel['manifest']): string => `${id} ${version}`);

function wordOf({ manifest }: RecipeModel, prediction: ModelWord['prediction']): ModelWord {
  return { model: nameOf(manifest), labels: manifest.labels, prediction };
}

/** What a model said of the whole photo. */
export function wholeWord(model: RecipeModel, outputs: RecipeOutputs): ModelWord[] {
  const output = wholeOutput(outputs, model.hash);
  return output ? [wordOf(model, output)] : [];
}

/** Crops as a prediction in the classifier's own labels: each crop's top label on its box, and every label's best score. */
export function cropsPrediction(
  { cropBoxes, cropScores }: PackedCrops,
  labelCount: number,
): ModelWord['prediction'] {
  const count = cropBoxes.length / 4;
  const labelScores = new Float32Array(labelCount);
  cropScores.forEach((score, index) => {
    const label = index % labelCount;
    labelScores[label] = Math.max(labelScores[label] ?? 0, score);
  });
  const labels = Uint16Array.from({ length: count }, (_, crop) =>
    topLabel(cropScores.subarray(crop * labelCount, (crop + 1) * labelCount)),
  );
  const scores = Float32Array.from(labels, (label, crop) => cropScores[crop * labelCount + label] ?? 0);
  const detections = unpackDetections({ labels, scores, boxes: cropBoxes, labelScores });
  detections.sort((left, right) => right.score - left.score);
  return packPrediction({ detections, labelScores });
}

/** What a classifier said of the crops. */
export function cropsWord(model: RecipeModel, key: string, outputs: RecipeOutputs): ModelWord[] {
  const crops = cropOutput(outputs, key);
  if (!crops) return [];
  return [{ ...wordOf(model, cropsPrediction(crops, model.manifest.labels.length)), ofCrops: true }];
}
