import type { Detection } from '../prediction/prediction.ts';
import { packPrediction, unpackDetections, type PackedPrediction } from '../prediction/predictionPacking.ts';
import { joinLabels } from '../taxonomy/labelMap.ts';
import { thresholdsOfFirst } from './combinedThresholds.ts';
import { CropNaming } from './cropNaming.ts';
import { cropsWord, wholeWord } from './modelWord.ts';
import { wholeRuns, type ModelRun, type PreparedRecipe, type RecipeModel } from './preparedRecipe.ts';
import type { CropsRecipe, Recipe } from './recipe.ts';
import { wholeOutput, type RecipeOutputs } from './recipeOutput.ts';

/** Under which a classifier's word on the crops of a detector is kept: another cut is another word, another floor is not. */
export function cropKey(
  classifier: string,
  { detector, margin, square }: Pick<CropsRecipe<string>, 'detector' | 'margin' | 'square'>,
): string {
  return `${classifier}@${detector}/margin=${margin}${square ? '/square' : ''}`;
}

/**
 * The detector says where something is, and how sure that is; the classifiers only give each animal a name, from
 * `nameFrom`, and drop a box that they take for blank, from `blankFrom`. A box keeps the detector's score, so that its
 * thresholds keep their meaning.
 */
export function prepareCrops(
  recipe: Recipe<string> & CropsRecipe<string>,
  detector: RecipeModel,
  classifiers: readonly RecipeModel[],
): PreparedRecipe {
  const { id, version, name, floor, margin, square } = recipe;
  const keyOf = ({ hash }: RecipeModel): string => cropKey(hash, recipe);
  const naming = new CropNaming(recipe, classifiers, keyOf);
  const { labels, maps } = joinLabels([detector.manifest.labels, naming.joined.labels]);
  const [detectorMap = [], namingMap = []] = maps;
  const blank = labels.findIndex(({ role }) => role === 'blank');
  const manifests = classifiers.map(({ manifest }) => manifest);

  /** Whether a box is cut out and named. */
  const isCropped = ({ labelIndex, score }: Detection): boolean =>
    detector.manifest.labels[labelIndex]?.role === 'animal' && score >= floor;

  const cropRuns = (seen: PackedPrediction, outputs: RecipeOutputs): ModelRun[] => {
    const cropped = unpackDetections(seen).filter(isCropped);
    return classifiers.flatMap((model) => {
      const boxes = cropped.filter(({ box }) => !naming.scoresBy(model, box, outputs)).map(({ box }) => box);
      if (boxes.length === 0) return [];
      return [{ key: keyOf(model), model: model.hash, crops: { boxes, shape: { margin, square } } }];
    });
  };

  return {
    combined: { id, version, name, labels, thresholds: thresholdsOfFirst([detector.manifest, ...manifests]) },
    models: [detector, ...classifiers],
    keys: [detector.hash, ...classifiers.map(keyOf)],
    missing: (outputs) => {
      const seen = wholeOutput(outputs, detector.hash);
      return seen ? cropRuns(seen, outputs) : wholeRuns(outputs, [detector]);
    },
    combine: (outputs) => {
      const seen = wholeOutput(outputs, detector.hash);
      if (!seen) return null;
      const labelScores = new Float32Array(labels.length);
      const raise = (label: number, score: number): void => {
        labelScores[label] = Math.max(labelScores[label] ?? 0, score);
      };
      const detections: Detection[] = [];
      const renamed = new Set<number>();
      for (const detection of unpackDetections(seen)) {
        const named = isCropped(detection)
          ? naming.nameOf(detection.box, outputs)
          : { kind: 'unnamed' as const };
        if (!named) return null;
        const { labelIndex: own, score } = detection;
        const kept = detectorMap[own] ?? 0;
        const label =
          named.kind === 'name' ? (namingMap[named.label] ?? kept) : named.kind === 'blank' ? blank : kept;
        if (label !== kept) renamed.add(own);
        raise(label, score);
        if (named.kind !== 'blank') detections.push({ ...detection, labelIndex: label });
      }
      // A detector's label scores include what lies under its own floor for boxes; a label whose boxes got other names
      // keeps only what those boxes do not explain.
      seen.labelScores.forEach((score, own) => {
        if (!renamed.has(own)) raise(detectorMap[own] ?? 0, score);
      });
      return packPrediction({ detections, labelScores });
    },
    words: (outputs) => [
      ...wholeWord(detector, outputs),
      ...classifiers.flatMap((model) => cropsWord(model, keyOf(model), outputs)),
    ],
  };
}
