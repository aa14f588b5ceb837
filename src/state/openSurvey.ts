import { defaultSettings, type Survey } from '../core/survey.ts';
import type { StoredOutput } from '../storage/database.ts';
import { loadMedia } from '../storage/mediaRepository.ts';
import { loadOutputs } from '../storage/outputRepository.ts';
import { loadFolders, saveSurvey } from '../storage/surveyRepository.ts';
import type { SurveyState } from './surveyState.svelte.ts';

/** Makes and keeps a new survey. */
export async function createSurvey(name: string): Promise<Survey> {
  const survey: Survey = {
    id: crypto.randomUUID(),
    name,
    createdAt: Date.now(),
    settings: defaultSettings,
    halted: false,
  };
  await saveSurvey(survey);
  return survey;
}

/** Shows a kept survey: its folders, its photos and what the model said of each. */
export async function openSurvey(survey: Survey, state: SurveyState, modelHash: string): Promise<void> {
  const folders = await loadFolders(survey.id);
  state.open(survey, folders);
  const outputs = new Map<string, StoredOutput>();
  for await (const page of loadOutputs(modelHash)) {
    for (const output of page) outputs.set(output.contentKey, output);
  }
  for await (const page of loadMedia(folders.map(({ id }) => id))) {
    state.put(
      page.map((media) => {
        const prediction = media.contentKey === null ? null : (outputs.get(media.contentKey) ?? null);
        // Sifted by another model only: this one has not seen it yet.
        const unseen = media.status === 'done' && prediction === null;
        return { media: unseen ? { ...media, status: 'pending' } : media, prediction };
      }),
    );
  }
}
