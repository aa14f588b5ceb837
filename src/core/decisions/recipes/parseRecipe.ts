import * as v from 'valibot';
import { problemOf } from '../../models/manifest/manifestProblem.ts';
import { RecipeError, type Recipe } from './recipe.ts';
import { recipeRules } from './recipeRules.ts';

/**
 * Checks a parsed `recipe.json`; what it leaves out gets its default.
 *
 * @throws RecipeError that lists every problem
 */
export function parseRecipe(value: unknown): Recipe {
  const result = v.safeParse(recipeRules, value);
  if (!result.success) throw new RecipeError(result.issues.map(problemOf));
  return result.output;
}
