import type { Media } from '../core/media/media.ts';
import { defaultSettings } from '../core/survey/settings/surveySettings.ts';
import type { Survey } from '../core/survey/survey.ts';
import type { StoredOutput } from '../storage/database.ts';
import { loadMedia } from '../storage/mediaRepository.ts';
import { loadOutputs } from '../storage/outputRepository.ts';
import { loadReviews } from '../storage/reviewRepository.ts';
import { loadFolders, saveSurvey } from '../storage/surveyRepository.ts';
import type { KnownModel } from './models.svelte.ts';
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

/** The survey, to be opened with that model the next time. */
export function withModel(survey: Survey, { kept, hash }: KnownModel): Survey {
  const changed = { ...survey };
  if (kept) changed.modelHash = hash;
  else delete changed.modelHash;
  return changed;
}

/** Failures of a model rather than of the photo: they say nothing of another model. */
export function isModelFailure({ failure }: Media): boolean {
  return failure?.code === 'inference' || failure?.code === 'worker-died';
}

/** A photo's record as this model sees it; what is stored is of whichever model saw the photo last. */
function asSeenBy(media: Media, prediction: StoredOutput | null): Media {
  if (prediction === null) return media.status === 'done' ? { ...media, status: 'pending' } : media;
  return isModelFailure(media) ? { ...media, status: 'done', failure: null } : media;
}

/** Shows a kept survey: its folders, its photos and what the model said of each. */
export async function openSurvey(
  survey: Survey,
  state: SurveyState,
  { hash, manifest }: KnownModel,
): Promise<void> {
  const folders = await loadFolders(survey.id);
  state.open(survey, folders, manifest, await loadReviews(survey.id));
  const outputs = new Map<string, StoredOutput>();
  for await (const page of loadOutputs(hash)) {
    for (const output of page) outputs.set(output.contentKey, output);
  }
  for await (const page of loadMedia(folders.map(({ id }) => id))) {
    state.put(
      page.map((media) => {
        const prediction = media.contentKey === null ? null : (outputs.get(media.contentKey) ?? null);
        return { media: asSeenBy(media, prediction), prediction };
      }),
    );
  }
}
