import type { Fieldsift } from './fieldsift.svelte.ts';

/**
 * Waits for the next model that is dropped, agrees to its licence in the name of whoever runs the script, and uses it.
 *
 * @throws PackFailure of the model, or Error when what was dropped is no model
 */
export async function useNextModel(app: Fieldsift): Promise<void> {
  const model = await app.bringIn.next();
  await app.models.acceptLicence(model);
  await app.modelChoice.use(model);
}
