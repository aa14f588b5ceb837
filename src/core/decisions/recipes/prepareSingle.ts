import { wholeWord } from './modelWord.ts';
import { wholeRuns, type PreparedRecipe, type RecipeModel } from './preparedRecipe.ts';
import { wholeOutput } from './recipeOutput.ts';

/** One model, whose word is taken as it is. */
export function prepareSingle(model: RecipeModel): PreparedRecipe {
  return {
    combined: model.manifest,
    models: [model],
    keys: [model.hash],
    missing: (outputs) => wholeRuns(outputs, [model]),
    combine: (outputs) => wholeOutput(outputs, model.hash) ?? null,
    words: (outputs) => wholeWord(model, outputs),
  };
}
