import type { Media } from '../core/media/media.ts';
import type { PreparedRecipe } from '../core/recipe/preparedRecipe.ts';
import type { PackedOutput, RecipeOutputs } from '../core/recipe/recipeOutput.ts';
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

/** What one model alone said of a photo: a map of one, which is as light as a survey of 100,000 needs it. */
class OneOutput implements RecipeOutputs {
  readonly #key: string;
  readonly #said: PackedOutput;

  constructor(key: string, said: PackedOutput) {
    this.#key = key;
    this.#said = said;
  }

  get(key: string): PackedOutput | undefined {
    return key === this.#key ? this.#said : undefined;
  }

  has(key: string): boolean {
    return key === this.#key;
  }
}

/** What the models said of every photo's content before, by its key. */
async function loadAllOutputs({ keys }: PreparedRecipe): Promise<Map<string, RecipeOutputs>> {
  const single = new Map<string, RecipeOutputs>();
  const several = new Map<string, Map<string, PackedOutput>>();
  for (const key of keys) {
    for await (const page of loadOutputs(key)) {
      for (const { contentKey, said } of page) {
        if (keys.length === 1) single.set(contentKey, new OneOutput(key, said));
        else
          several.set(
            contentKey,
            (several.get(contentKey) ?? new Map<string, PackedOutput>()).set(key, said),
          );
      }
    }
  }
  return keys.length === 1 ? single : several;
}

async function loadAllMedia(folderIds: readonly string[]): Promise<Media[]> {
  const all: Media[] = [];
  for await (const page of loadMedia(folderIds)) for (const media of page) all.push(media);
  return all;
}

/** Shows a kept survey: its folders, its photos and what the models said of each. */
export async function openSurvey(
  survey: Survey,
  state: SurveyState,
  { prepared }: RecipeInUse,
): Promise<void> {
  const folders = await loadFolders(survey.id);
  state.open(survey, folders, prepared, await loadReviews(survey.id));
  // Side by side: while the page reads one page of records, the database is at the next one.
  const [said, found] = await Promise.all([
    loadAllOutputs(prepared),
    loadAllMedia(folders.map(({ id }) => id)),
  ]);
  state.put(
    found.map((media) => ({
      media,
      outputs: media.contentKey === null ? null : (said.get(media.contentKey) ?? null),
    })),
  );
}
