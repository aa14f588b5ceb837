import { RecipeError, type ResolvedRecipe } from '../../core/decisions/recipes/recipe.ts';
import { readText } from '../../platform/textFile.ts';
import type { ModelImport } from './modelImport.svelte.ts';
import type { PackSource } from './packSource.ts';
import type { Recipes } from './recipes.svelte.ts';

export const recipeName = 'recipe.json';
/** A geofence of the whole world has some megabytes. */
const mostBytes = 20_000_000;

/** Brings recipes in: a file, or a folder that holds it beside the packs it names. */
export class RecipeImport {
  readonly #recipes: Recipes;
  readonly #imports: ModelImport;

  constructor(recipes: Recipes, imports: ModelImport) {
    this.#recipes = recipes;
    this.#imports = imports;
  }

  /** Keeps a recipe whose models are here. @throws RecipeError; nothing is kept then */
  async keep(value: unknown): Promise<ResolvedRecipe> {
    // The rules of files are loaded when a file comes.
    const { parseRecipe } = await import('../../core/decisions/recipes/parseRecipe.ts');
    const recipe = this.#recipes.beside(this.#recipes.resolve(parseRecipe(value)));
    await this.#recipes.keep(recipe);
    return recipe;
  }

  /** Takes a `recipe.json` in; null when it cannot be, and then what is wrong with it is shown. */
  async bringFile(name: string, file: Blob): Promise<ResolvedRecipe | null> {
    this.#imports.failure = null;
    try {
      return await this.keep(await readJson(file));
    } catch (error) {
      if (!(error instanceof RecipeError)) throw error;
      this.#imports.failure = { name, fault: { code: 'recipe', problems: error.problems } };
      return null;
    }
  }

  /** Takes in every pack of a folder, then its recipe. @throws PackFailure of a pack, which is also shown */
  async bringFolder(source: PackSource, packs: readonly PackSource[]): Promise<ResolvedRecipe | null> {
    for (const pack of packs) await this.#imports.bringPack(pack);
    return this.bringFile(source.name, await source.open(recipeName));
  }
}

async function readJson(file: Blob): Promise<unknown> {
  if (file.size > mostBytes) throw new RecipeError(['The file is far too long for a recipe.']);
  try {
    const value: unknown = JSON.parse(await readText(file));
    return Array.isArray(value) ? null : value;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new RecipeError([`The file is no JSON: ${detail}. Open it in a text editor that checks JSON.`]);
  }
}
