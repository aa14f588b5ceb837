import type { SurveySettings } from '../settings/surveySettings.ts';
import type { Survey } from './survey.ts';

type Fields = Readonly<Record<string, unknown>>;

/** How many levels of fields in fields are told apart; what lies deeper is one value. */
const depths: Readonly<Record<string, number>> = { settings: 2, changedAt: 1, speciesNotes: 1 };

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(left: unknown, right: unknown): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

/** Of one field: what was changed where it was, else what lies there now. What is equal stays the same object. */
function mergedValue(before: unknown, after: unknown, onto: unknown, depth: number): unknown {
  if (isSame(after, onto)) return after;
  const earlier = before ?? {};
  if (depth > 0 && isFields(earlier) && isFields(after) && isFields(onto)) {
    return mergedFields(earlier, after, onto, () => depth - 1);
  }
  return isSame(before, after) ? onto : after;
}

function mergedFields(
  before: Fields,
  after: Fields,
  onto: Fields,
  depthOf: (name: string) => number,
): Fields {
  const merged: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(after), ...Object.keys(onto)])) {
    const value = mergedValue(before[name], after[name], onto[name], depthOf(name));
    if (value !== undefined) merged[name] = value;
  }
  return merged;
}

/**
 * Makes the same changes to settings that others were changed by, group by group and field by field.
 *
 * @param before the settings as they were @param after as they were changed @param onto those that the change is made to
 */
export function mergedSettings(
  before: SurveySettings,
  after: SurveySettings,
  onto: SurveySettings,
): SurveySettings {
  return mergedValue(before, after, onto, 2) as SurveySettings;
}

/**
 * Makes the changes that one tab made to a survey to the survey as another tab left it: each field that was changed is
 * as it was changed, and each other as it lies there. What a survey is sifted with, model or recipe, is one field.
 *
 * @param before the survey as the tab knew it @param after as the tab changed it @param onto as it lies on the disk
 */
export function mergedSurvey(before: Survey, after: Survey, onto: Survey): Survey {
  const merged = mergedFields(
    { ...before },
    { ...after },
    { ...onto },
    (name) => depths[name] ?? 0,
  ) as unknown as Survey;
  const changesModels = !isSame(before.recipe, after.recipe) || before.modelHash !== after.modelHash;
  const { recipe, modelHash } = changesModels ? after : onto;
  delete merged.recipe;
  delete merged.modelHash;
  if (recipe) merged.recipe = isSame(recipe, after.recipe) && after.recipe ? after.recipe : recipe;
  if (modelHash !== undefined) merged.modelHash = modelHash;
  return isSame(merged, after) ? after : merged;
}
