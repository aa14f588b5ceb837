import type { ModelLabel, ModelManifest } from '../../models/manifest/modelManifest.ts';
import type { BoundingBox } from '../../models/prediction/box.ts';
import type { PackedPrediction } from '../../models/prediction/predictionPacking.ts';
import type { CropShape } from './cropRegion.ts';
import type { RecipeAnswer } from './recipeAnswer.ts';
import type { RecipeOutputs } from './recipeOutput.ts';

/** What the rest of the app knows of the models in use: one list of labels and one of thresholds, as if one had spoken. */
export type CombinedModel = Pick<ModelManifest, 'id' | 'version' | 'name' | 'labels' | 'thresholds'>;

/** One run of one model on one photo. */
export interface ModelRun {
  /** Under which its output is kept. */
  key: string;
  /** The hash of the model. */
  model: string;
  /** The parts of the photo to look at, 0-1 of the upright photo; null for the whole photo. */
  crops: { boxes: readonly BoundingBox[]; shape: CropShape } | null;
}

/** What one model said of a photo, in its own labels. */
export interface ModelWord {
  /** Its id and version. */
  model: string;
  labels: readonly ModelLabel[];
  prediction: PackedPrediction;
  /** True where it only looked at parts that were cut out. */
  ofCrops?: boolean;
}

/** A recipe with the manifests of its models: everything that is decided from raw outputs, and nothing stored. */
export interface PreparedRecipe {
  combined: CombinedModel;
  /** Its models, in the order they are run. */
  models: readonly RecipeModel[];
  /** Under which outputs it looks for what was said before. */
  keys: readonly string[];
  /** What can be run now and was not; empty when all is there. A model that waits for another comes later. */
  missing(outputs: RecipeOutputs): ModelRun[];
  /** The models' one word, indices into `combined.labels`; null while something is missing. */
  combine(outputs: RecipeOutputs): PackedPrediction | null;
  /** The one answer for the whole photo, where the recipe's rules give one; null where not, or something is missing. */
  answer?(outputs: RecipeOutputs): RecipeAnswer | null;
  /** The earlier model whose word stands because those in use have not spoken; absent where there is no such model. */
  standIn?(outputs: RecipeOutputs): RecipeModel | null;
  /** What each model said so far, for code that must hear all of them. */
  words(outputs: RecipeOutputs): ModelWord[];
}

/** A model of a recipe. */
export interface RecipeModel {
  hash: string;
  manifest: ModelManifest;
}

/** Of a model that looks at the whole photo, if it has not. */
export function wholeRuns(outputs: RecipeOutputs, models: readonly RecipeModel[]): ModelRun[] {
  return models
    .filter(({ hash }) => !outputs.has(hash))
    .map(({ hash }) => ({ key: hash, model: hash, crops: null }));
}
