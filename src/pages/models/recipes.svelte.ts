import { RecipeError, renameModels, type Recipe, type ResolvedRecipe } from '../../core/decisions/recipes/recipe.ts';
import { resolveRecipe } from '../../core/decisions/recipes/resolveRecipe.ts';
import { singleRecipe } from '../../core/decisions/recipes/singleRecipe.ts';
import type { Survey } from '../../core/survey/survey.ts';
import { keepRecipe, listRecipes, preferRecipe, removeRecipe } from '../../storage/recipeRepository.ts';
import type { Models } from './models.svelte.ts';
import { takeRecipe, type RecipeInUse } from './recipeInUse.ts';

/** Every recipe that was made or brought in, and what is in use: one of them, or one model alone. */
export class Recipes {
  #all = $state.raw<readonly ResolvedRecipe[]>([]);
  #preferred: string | null = null;
  #current = $state.raw<RecipeInUse>() as RecipeInUse;
  readonly #models: Models;

  constructor(models: Models) {
    this.#models = models;
    this.#current = this.#builtIn();
  }

  /** Oldest first. */
  get all(): readonly ResolvedRecipe[] {
    return this.#all;
  }

  get current(): RecipeInUse {
    return this.#current;
  }

  /** Brings back the recipes of earlier visits. The models must be back already. */
  async load(): Promise<void> {
    this.#current = this.#builtIn();
    await this.#refresh();
  }

  /** What a survey was sifted with, where all of it is still here, else the built-in model. */
  ofSurvey({ recipe, modelHash }: Survey): RecipeInUse {
    return this.#orBuiltIn(recipe ?? singleRecipe(this.#models.find(modelHash)));
  }

  /** What a new survey starts with. */
  preferred(): RecipeInUse {
    const recipe = this.#all.find(({ id }) => id === this.#preferred);
    return this.#orBuiltIn(recipe ?? singleRecipe(this.#models.preferred()));
  }

  /** The recipe with the models that are here. @throws RecipeError */
  take(recipe: ResolvedRecipe): RecipeInUse {
    return takeRecipe(recipe, this.#models.all);
  }

  /** Which models of a recipe are not here, or why they do not fit together; licences can still be accepted. */
  missingFrom(recipe: ResolvedRecipe): readonly string[] {
    try {
      this.resolve(renameModels(recipe, (hash) => ({ hash })));
      return [];
    } catch (error) {
      if (error instanceof RecipeError) return error.problems;
      throw error;
    }
  }

  /** Why a recipe cannot be used right now; empty when it can. */
  problemsOf(recipe: ResolvedRecipe): readonly string[] {
    try {
      this.take(recipe);
      return [];
    } catch (error) {
      if (error instanceof RecipeError) return error.problems;
      throw error;
    }
  }

  /** Finds the models that a recipe file names. @throws RecipeError when they are not here, or do not fit together */
  resolve(recipe: Recipe): ResolvedRecipe {
    return resolveRecipe(recipe, this.#models.all);
  }

  /** Marks what is in use. */
  show(inUse: RecipeInUse): void {
    this.#current = inUse;
  }

  /** The recipe under an id that no other recipe has: a file never takes the place of one that is here. */
  beside(recipe: ResolvedRecipe): ResolvedRecipe {
    const own = JSON.stringify({ ...recipe, id: '' });
    for (let number = 1; ; number += 1) {
      const id = number === 1 ? recipe.id : `${recipe.id}-${number}`;
      const here = this.#all.find((one) => one.id === id);
      if (!here || JSON.stringify({ ...$state.snapshot(here), id: '' }) === own) return { ...recipe, id };
    }
  }

  /** Keeps a recipe, in the place of one with the same id. */
  async keep(recipe: ResolvedRecipe): Promise<void> {
    await keepRecipe($state.snapshot(recipe), Date.now());
    await this.#refresh();
  }

  /** New surveys start with this from now on. */
  async prefer({ recipe, models }: RecipeInUse): Promise<void> {
    const isSingle = recipe.kind === 'single';
    await preferRecipe(isSingle ? null : recipe.id);
    const [model] = models;
    if (model) await this.#models.prefer(isSingle ? model : this.#models.builtIn);
    await this.#refresh();
  }

  async remove({ id }: ResolvedRecipe): Promise<void> {
    await removeRecipe(id);
    await this.#refresh();
  }

  async #refresh(): Promise<void> {
    const kept = await listRecipes();
    this.#all = kept.map(({ recipe }) => recipe);
    this.#preferred = kept.find(({ preferred }) => preferred)?.id ?? null;
  }

  #orBuiltIn(recipe: ResolvedRecipe): RecipeInUse {
    return this.problemsOf(recipe).length === 0 ? this.take(recipe) : this.#builtIn();
  }

  #builtIn(): RecipeInUse {
    const { builtIn } = this.#models;
    return takeRecipe(singleRecipe(builtIn), [builtIn]);
  }
}
