import type { PreparedRecipe } from '../core/recipe/preparedRecipe.ts';
import type { PackedOutput } from '../core/recipe/recipeOutput.ts';
import { defaultSettings } from '../core/survey/settings/surveySettings.ts';
import type { Survey } from '../core/survey/survey.ts';
import { loadMedia } from '../storage/mediaRepository.ts';
import { loadOutputs } from '../storage/outputRepository.ts';
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

/** What the models said of every photo's content before, by its key. */
async function loadAllOutputs({ keys }: PreparedRecipe): Promise<Map<string, Map<string, PackedOutput>>> {
  const byContent = new Map<string, Map<string, PackedOutput>>();
  for (const key of keys) {
    for await (const page of loadOutputs(key)) {
      for (const output of page) {
        const said = byContent.get(output.contentKey) ?? new Map<string, PackedOutput>();
        byContent.set(output.contentKey, said.set(key, output));
      }
    }
  }
  return byContent;
}

/** Shows a kept survey: its folders, its photos and what the models said of each. */
export async function openSurvey(
  survey: Survey,
  state: SurveyState,
  { prepared }: RecipeInUse,
): Promise<void> {
  const folders = await loadFolders(survey.id);
  state.open(survey, folders, prepared, await loadReviews(survey.id));
  const said = await loadAllOutputs(prepared);
  for await (const page of loadMedia(folders.map(({ id }) => id))) {
    state.put(
      page.map((media) => ({
        media,
        outputs: media.contentKey === null ? null : (said.get(media.contentKey) ?? null),
      })),
    );
  }
}
