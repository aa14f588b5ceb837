import type { Formats } from './formats.ts';
import type { Messages } from './english.ts';
import type { CropsRecipe, ResolvedRecipe } from '../core/decisions/recipes/recipe.ts';

type Says = Messages['recipes']['says'];

function naming({ naming: way, nameFrom }: CropsRecipe<string>, names: string, says: Says): string {
  return way === 'speciesnet' ? says.namedBySpeciesNet(names) : says.namedFrom(names, nameFrom);
}

/**
 * What a recipe does, in sentences.
 *
 * @param nameOf the name of a model by its hash
 * @param says texts of the reader's language
 */
export function recipeInWords(
  recipe: ResolvedRecipe,
  nameOf: (hash: string) => string,
  says: Says,
  { list }: Pick<Formats, 'list'>,
): string {
  switch (recipe.kind) {
    case 'single':
      return says.single(nameOf(recipe.model));
    case 'crops': {
      const names = list(recipe.classifiers.map(nameOf));
      const together = recipe.classifiers.length > 1 ? [says.rules[recipe.rule]] : [];
      const found = says.crops(nameOf(recipe.detector), recipe.floor);
      return [found, naming(recipe, names, says), ...together].join(' ');
    }
    case 'gated': {
      const { gate, species, animalFrom, nameFrom } = recipe;
      return `${says.gated(nameOf(gate), animalFrom)} ${says.namedFrom(nameOf(species), nameFrom)}`;
    }
    case 'ensemble':
      return `${says.ensemble(list(recipe.models.map(nameOf)))} ${says.rules[recipe.rule]}`;
  }
}
