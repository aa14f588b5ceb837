import type { EnsembleRule } from '../decision/ensemble.ts';
import type { ResolvedRecipe } from './recipe.ts';

/** `A`, `A and B`, `A, B and C`. */
function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

const ruleWords: Record<EnsembleRule, string> = {
  mean: 'the mean of their scores counts',
  'top-five': 'the five best of each are summed and divided by their number',
};

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** What a recipe does, in a sentence. @param nameOf the name of a model by its hash */
export function recipeInWords(recipe: ResolvedRecipe, nameOf: (hash: string) => string): string {
  switch (recipe.kind) {
    case 'single':
      return `${nameOf(recipe.model)} looks at every photo.`;
    case 'crops': {
      const names = list(recipe.classifiers.map(nameOf));
      const together = recipe.classifiers.length > 1 ? `; ${ruleWords[recipe.rule]}` : '';
      return `${nameOf(recipe.detector)} finds animals. Each from ${percent(recipe.floor)} is cut out and named by ${names} where that is at least ${percent(recipe.nameFrom)} sure${together}.`;
    }
    case 'gated':
      return `${nameOf(recipe.gate)} says whether an animal is there, from ${percent(recipe.animalFrom)}. Then ${nameOf(recipe.species)} names it where it is at least ${percent(recipe.nameFrom)} sure.`;
    case 'ensemble':
      return `${list(recipe.models.map(nameOf))} look at every photo; ${ruleWords[recipe.rule]}.`;
  }
}
