import { combineModels } from '../ensemble.ts';
import { packPrediction } from '../../models/prediction/predictionPacking.ts';
import { joinLabels, mapScores } from '../../taxa/labelMap.ts';
import { meanThresholds } from './combinedThresholds.ts';
import { wholeWord } from './modelWord.ts';
import { wholeRuns, type PreparedRecipe, type RecipeModel } from './preparedRecipe.ts';
import type { EnsembleRecipe, Recipe } from './recipe.ts';
import { wholeOutput } from './recipeOutput.ts';

/** Classifiers over one list of labels; a label that a model does not know is left to the others. */
export function prepareEnsemble(
  { id, version, name, rule }: Recipe<unknown> & EnsembleRecipe<unknown>,
  models: readonly RecipeModel[],
): PreparedRecipe {
  const manifests = models.map(({ manifest }) => manifest);
  const { labels, maps } = joinLabels(manifests.map((manifest) => manifest.labels));
  return {
    combined: { id, version, name, labels, thresholds: meanThresholds(manifests) },
    models,
    keys: models.map(({ hash }) => hash),
    missing: (outputs) => wholeRuns(outputs, models),
    combine: (outputs) => {
      const lists = models.flatMap(({ hash }, index) => {
        const output = wholeOutput(outputs, hash);
        return output ? [mapScores(output.labelScores, maps[index] ?? [], labels.length)] : [];
      });
      if (lists.length < models.length) return null;
      const labelScores = Float32Array.from(combineModels(lists, rule));
      return packPrediction({ detections: [], labelScores });
    },
    words: (outputs) => models.flatMap((model) => wholeWord(model, outputs)),
  };
}
