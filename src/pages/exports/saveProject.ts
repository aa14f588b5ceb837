import type { FileTarget } from '../../platform/fileTarget.ts';
import { prepareExport } from './exports.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';
import { savedProjects } from './savedProjects.svelte.ts';
import { saveExport, type SaveOutcome } from './saveExport.ts';

/** Writes the open survey's project file, and remembers that it was saved. Never throws. */
export async function saveProject(app: Fieldsift, target: FileTarget): Promise<SaveOutcome> {
  const { survey, reviews } = app.survey;
  const count = reviews.log.reviews.length;
  const prepared = await prepareExport('project', app);
  const outcome = await saveExport(prepared, target, new AbortController().signal, () => undefined);
  if (outcome.problem === null) savedProjects.add(survey?.id ?? '', count);
  return outcome;
}
