import { prepareRecipe } from '../../core/decisions/recipes/prepareRecipe.ts';
import type { PreparedRecipe } from '../../core/decisions/recipes/preparedRecipe.ts';
import { modelsOf, RecipeError, renameModels, type ResolvedRecipe } from '../../core/decisions/recipes/recipe.ts';
import { resolveRecipe } from '../../core/decisions/recipes/resolveRecipe.ts';
import { withEarlier } from '../../core/decisions/recipes/withEarlier.ts';
import type { Beside, KnownModel } from './models.svelte.ts';

/** What photos are sifted with: one model or several by a recipe, and all that follows from them. */
export interface RecipeInUse {
  recipe: ResolvedRecipe;
  /** In the order they are run. */
  models: readonly KnownModel[];
  prepared: PreparedRecipe;
  /** Runs of models that are not in use, whose kept outputs count for the people gate. */
  beside: Beside['runs'];
}

/** The same with what is kept of other models. */
export function withBeside(inUse: RecipeInUse, { runs, earlier }: Beside): RecipeInUse {
  return { ...inUse, prepared: withEarlier(inUse.prepared, earlier), beside: runs };
}

/**
 * Joins a recipe with the models that are here.
 *
 * @throws RecipeError when one of them is not, or its licence was not accepted, or they do not fit together
 */
export function takeRecipe(recipe: ResolvedRecipe, known: readonly KnownModel[]): RecipeInUse {
  const resolved = resolveRecipe(
    renameModels(recipe, (hash) => ({ hash })),
    known,
  );
  const models = modelsOf(resolved).flatMap((hash) => known.filter((model) => model.hash === hash));
  const refused = models.filter(({ kept }) => kept?.licenceAccepted === false);
  if (refused.length > 0) {
    throw new RecipeError(
      refused.map(
        ({ manifest }) =>
          `The licence of “${manifest.name}” is not accepted yet. Choose "Use" beside it once.`,
      ),
    );
  }
  const manifests = new Map(models.map(({ hash, manifest }) => [hash, manifest]));
  return { recipe: resolved, models, prepared: prepareRecipe(resolved, manifests), beside: [] };
}
