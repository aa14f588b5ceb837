import type { Detection } from '../../models/prediction/prediction.ts';
import {
  packPrediction,
  unpackDetections,
  type PackedPrediction,
} from '../../models/prediction/predictionPacking.ts';
import { joinLabels } from '../../taxa/labelMap.ts';
import { thresholdsOfFirst } from './combinedThresholds.ts';
import { CropBoxes } from './cropBoxes.ts';
import { CropNaming, type BoxName } from './cropNaming.ts';
import { cropsWord, wholeWord } from './modelWord.ts';
import { wholeRuns, type ModelRun, type PreparedRecipe, type RecipeModel } from './preparedRecipe.ts';
import type { CropsRecipe, Recipe } from './recipe.ts';
import type { RecipeAnswer } from './recipeAnswer.ts';
import { wholeOutput, type RecipeOutputs } from './recipeOutput.ts';

/** Under which a classifier's word on the crops of a detector is kept: another cut is another word, another floor is not. */
export function cropKey(
  classifier: string,
  { detector, margin, square }: Pick<CropsRecipe<string>, 'detector' | 'margin' | 'square'>,
): string {
  return `${classifier}@${detector}/margin=${margin}${square ? '/square' : ''}`;
}

const noName: BoxName = { kind: 'unnamed' };

/**
 * The detector says where something is, and how sure that is; the classifiers only give each animal a name, from
 * `nameFrom` or by SpeciesNet's rules, and drop a box that they take for blank. A box keeps the detector's score, so
 * that its thresholds keep their meaning. By SpeciesNet's rules there is also one answer for the photo, about its
 * strongest box or all of it, and that answer's score counts for its label too.
 */
export function prepareCrops(
  recipe: Recipe<string> & CropsRecipe<string>,
  detector: RecipeModel,
  classifiers: readonly RecipeModel[],
): PreparedRecipe {
  const { id, version, name, margin, square } = recipe;
  const keyOf = ({ hash }: RecipeModel): string => cropKey(hash, recipe);
  const naming = new CropNaming(recipe, classifiers, keyOf);
  const cropBoxes = new CropBoxes(recipe, detector.manifest.labels);
  const { labels, maps } = joinLabels([detector.manifest.labels, naming.labels]);
  const [detectorMap = [], namingMap = []] = maps;
  const blank = labels.findIndex(({ role }) => role === 'blank');
  const manifests = classifiers.map(({ manifest }) => manifest);

  const cropRuns = (seen: PackedPrediction, outputs: RecipeOutputs): ModelRun[] => {
    const cropped = cropBoxes.all(unpackDetections(seen));
    return classifiers.flatMap((model) => {
      const boxes = cropped.filter((box) => !naming.scoresBy(model, box, outputs));
      if (boxes.length === 0) return [];
      return [{ key: keyOf(model), model: model.hash, crops: { boxes, shape: { margin, square } } }];
    });
  };

  const answerOf = (detections: readonly Detection[], outputs: RecipeOutputs): RecipeAnswer | null => {
    const photo = cropBoxes.forPhoto(detections);
    return photo && naming.answerOf(photo.box, photo.detection, outputs);
  };

  /** Where the answer for a photo stands among the labels; -1 for one that says nothing new. */
  const placeOf = ({ label, source }: RecipeAnswer): number => {
    if (!label || source === 'detector') return -1;
    const place = namingMap[naming.labels.indexOf(label)];
    if (place != null) return place;
    const sameRole = labels.flatMap(({ role }, index) => (role === label.role ? [index] : []));
    return sameRole.length === 1 ? (sameRole[0] ?? -1) : -1;
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
      if (!seen || cropRuns(seen, outputs).length > 0) return null;
      const labelScores = new Float32Array(labels.length);
      const raise = (label: number, score: number): void => {
        if (label >= 0) labelScores[label] = Math.max(labelScores[label] ?? 0, score);
      };
      const found = unpackDetections(seen);
      const detections: Detection[] = [];
      const renamed = new Set<number>();
      for (const detection of found) {
        const { labelIndex: own, score, box } = detection;
        const named = (cropBoxes.isNamed(detection) && naming.nameOf(box, score, outputs)) || noName;
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
      const answer = answerOf(found, outputs);
      if (answer) raise(placeOf(answer), answer.score);
      return packPrediction({ detections, labelScores });
    },
    answer: (outputs) => {
      const seen = wholeOutput(outputs, detector.hash);
      return seen ? answerOf(unpackDetections(seen), outputs) : null;
    },
    words: (outputs) => [
      ...wholeWord(detector, outputs),
      ...classifiers.flatMap((model) => cropsWord(model, keyOf(model), outputs)),
    ],
  };
}
