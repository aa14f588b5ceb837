import type { RecipeModel } from './preparedRecipe.ts';
import type { ResolvedRecipe } from './recipe.ts';

/** The recipe of one model alone. */
export function singleRecipe({
  hash,
  manifest: { id, version, name, description },
}: RecipeModel): ResolvedRecipe {
  return { schemaVersion: 1, id, version, name, description, kind: 'single', model: hash };
}
