import type { ModelManifest } from '../../models/manifest/modelManifest.ts';
import { prepareCrops } from './prepareCrops.ts';
import type { PreparedRecipe, RecipeModel } from './preparedRecipe.ts';
import { prepareEnsemble } from './prepareEnsemble.ts';
import { prepareGated } from './prepareGated.ts';
import { prepareSingle } from './prepareSingle.ts';
import type { ResolvedRecipe } from './recipe.ts';

/**
 * Joins a recipe with the manifests of its models.
 *
 * @param manifests by hash, at least those of the recipe's models
 * @throws RangeError when one is not there; `resolveRecipe` tells so before
 */
export function prepareRecipe(
  recipe: ResolvedRecipe,
  manifests: ReadonlyMap<string, ModelManifest>,
): PreparedRecipe {
  const model = (hash: string): RecipeModel => {
    const manifest = manifests.get(hash);
    if (!manifest) throw new RangeError(`The recipe's model ${hash} has no manifest.`);
    return { hash, manifest };
  };
  switch (recipe.kind) {
    case 'single':
      return prepareSingle(model(recipe.model));
    case 'crops':
      return prepareCrops(recipe, model(recipe.detector), recipe.classifiers.map(model));
    case 'gated':
      return prepareGated(recipe, model(recipe.gate), model(recipe.species));
    case 'ensemble':
      return prepareEnsemble(recipe, recipe.models.map(model));
  }
}
