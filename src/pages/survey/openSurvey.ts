import type { SurveySettings } from '../../core/settings/surveySettings.ts';
import type { Survey } from '../../core/survey/survey.ts';
import { momentAfter } from '../../core/time/logicalClock.ts';
import { loadSurvey } from '../../storage/loadSurvey.ts';
import { loadReviews } from '../../storage/reviewRepository.ts';
import { loadFolders } from '../../storage/surveyRepository.ts';
import type { RecipeInUse } from '../models/recipeInUse.ts';
import { now } from './now.ts';
import type { SurveyState } from './surveyState.svelte.ts';

/** A survey that is kept and cannot be shown, and what went wrong. */
export interface UnopenedSurvey {
  survey: Survey;
  reason: string;
}

/** A new survey, which is not kept yet. */
export function newSurvey(name: string, settings: SurveySettings): Survey {
  return { id: crypto.randomUUID(), name, createdAt: Date.now(), settings, halted: false };
}

/** The survey, to be opened with that model or recipe the next time. */
export function withRecipe(survey: Survey, { recipe, models }: RecipeInUse): Survey {
  const changed = { ...survey };
  delete changed.modelHash;
  delete changed.recipe;
  if (recipe.kind !== 'single') return { ...changed, recipe };
  return models[0]?.kept ? { ...changed, modelHash: recipe.model } : changed;
}

/** The survey, sifted with that model or recipe from this moment on. */
export function siftedFromNow(survey: Survey, inUse: RecipeInUse): Survey {
  const { at } = momentAfter(now(), survey.changedAt?.['recipe'] ?? null);
  return withRecipe({ ...survey, changedAt: { ...survey.changedAt, recipe: at } }, inUse);
}

/**
 * Shows a kept survey: its folders, its photos and what the models said of each.
 *
 * @returns how many of its records are not packed
 */
export async function openSurvey(survey: Survey, state: SurveyState, inUse: RecipeInUse): Promise<number> {
  const folders = await loadFolders(survey.id);
  state.open(survey, folders, inUse, await loadReviews(survey.id));
  return readPhotos(state, inUse);
}

/**
 * Shows the photos of the open survey as they are kept, with what models said of them.
 *
 * @returns how many of the records are not packed
 */
export async function readPhotos(
  state: SurveyState,
  { prepared, beside }: Pick<RecipeInUse, 'prepared' | 'beside'>,
): Promise<number> {
  const { photos, loose } = await loadSurvey(
    state.folders.map(({ id }) => id),
    prepared.keys,
    beside,
  );
  state.put(photos);
  // Whoever waits for the survey finds all of it.
  state.showAll();
  return loose;
}
