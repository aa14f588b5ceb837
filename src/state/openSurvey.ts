import { defaultSettings } from '../core/survey/settings/surveySettings.ts';
import type { Survey } from '../core/survey/survey.ts';
import { loadSurvey } from '../storage/loadSurvey.ts';
import { loadReviews } from '../storage/reviewRepository.ts';
import { loadFolders, saveSurvey } from '../storage/surveyRepository.ts';
import type { RecipeInUse } from './recipeInUse.ts';
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

/** The survey, to be opened with that model or recipe the next time. */
export function withRecipe(survey: Survey, { recipe, models }: RecipeInUse): Survey {
  const changed = { ...survey };
  delete changed.modelHash;
  delete changed.recipe;
  if (recipe.kind !== 'single') return { ...changed, recipe };
  return models[0]?.kept ? { ...changed, modelHash: recipe.model } : changed;
}

/**
 * Shows a kept survey: its folders, its photos and what the models said of each.
 *
 * @returns how many of its records are not packed
 */
export async function openSurvey(survey: Survey, state: SurveyState, inUse: RecipeInUse): Promise<number> {
  const folders = await loadFolders(survey.id);
  state.open(survey, folders, inUse, await loadReviews(survey.id));
  const { photos, loose } = await loadSurvey(
    folders.map(({ id }) => id),
    inUse.prepared.keys,
    inUse.beside,
  );
  state.put(photos);
  // Whoever waits for the survey finds all of it.
  state.showAll();
  return loose;
}
