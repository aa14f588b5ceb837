import type { Fieldsift } from '../../pages/shell/fieldsift.svelte.ts';
import type { KnownModel } from '../../pages/models/models.svelte.ts';

/**
 * Waits for the next model that is dropped, agrees to its licence in the name of the person who runs the script, and uses it.
 *
 * @throws PackFailure of the model, or Error when what was dropped is no model
 */
export async function useNextModel(app: Fieldsift): Promise<void> {
  await app.modelChoice.use(await addNextModel(app));
}

/** The same without using it: a recipe may. @throws as `useNextModel` */
export async function addNextModel(app: Fieldsift): Promise<KnownModel> {
  const model = await app.bringIn.next();
  await app.models.acceptLicence(model);
  return model;
}

/** Keeps a recipe of models that are here, and uses it. @throws RecipeError that says why it cannot be */
export async function useRecipe(app: Fieldsift, value: unknown): Promise<void> {
  await app.modelChoice.useRecipe(await app.recipeImport.keep(value));
}
