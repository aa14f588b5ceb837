import type { ResolvedRecipe } from '../core/decisions/recipes/recipe.ts';
import { openDatabase, type StoredRecipe } from './database.ts';
import { written } from './written.ts';

/** All recipes that were made or brought in, oldest first. */
export async function listRecipes(): Promise<StoredRecipe[]> {
  const recipes = await (await openDatabase()).getAll('recipes');
  return recipes.sort((left, right) => left.keptAt - right.keptAt);
}

/** Keeps a recipe in the place of one with the same id. @param keptAt ms since 1970, UTC */
export async function keepRecipe(recipe: ResolvedRecipe, keptAt: number): Promise<void> {
  const transaction = (await openDatabase()).transaction('recipes', 'readwrite');
  const earlier = await transaction.store.get(recipe.id);
  const { id } = recipe;
  const kept = { id, recipe, preferred: earlier?.preferred ?? false, keptAt: earlier?.keptAt ?? keptAt };
  await written(transaction, [transaction.store.put(kept)]);
}

/** Makes one recipe the one that new surveys start with; null for none. */
export async function preferRecipe(id: string | null): Promise<void> {
  const transaction = (await openDatabase()).transaction('recipes', 'readwrite');
  const changed = (await transaction.store.getAll()).filter((kept) => kept.preferred !== (kept.id === id));
  await written(
    transaction,
    changed.map((kept) => transaction.store.put({ ...kept, preferred: !kept.preferred })),
  );
}

/** Forgets a recipe. Its models, and what they said, stay. */
export async function removeRecipe(id: string): Promise<void> {
  await (await openDatabase()).delete('recipes', id);
}
