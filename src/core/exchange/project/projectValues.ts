import { completeSettings, defaultSettings } from '../../settings/surveySettings.ts';
import { settingPrefix, type Survey } from '../../survey/survey.ts';
import type { DatedValue, ProjectFile } from './projectFile.ts';

/** When something was changed that nobody ever changed: any change is later. */
export const neverChanged = '1970-01-01T00:00:00.000Z';

/** When something was changed at a time that has not come yet, so that nobody knows: any change by a person is later. */
const someTime = '1970-01-01T00:00:00.001Z';

const isLater = (at: string, now: string): boolean => Date.parse(at) > Date.parse(now);

/**
 * The project without times that are still to come, which would hold over all that anybody says after it: such a setting
 * counts as older than any that was changed here, and such a review as made now.
 *
 * @param now ISO 8601 in UTC
 */
export function withoutFuture(project: ProjectFile, now: string): ProjectFile {
  const values = new Map(project.values);
  for (const [name, dated] of values)
    if (isLater(dated.at, now)) values.set(name, { ...dated, at: someTime });
  const reviews = new Map(project.reviews);
  for (const [id, review] of reviews) if (isLater(review.at, now)) reviews.set(id, { ...review, at: now });
  return { ...project, values, reviews };
}

const notePrefix = 'speciesNotes.';

/** Whether a value is what somebody wrote of a species. */
export function isSpeciesNote(name: string): boolean {
  return name.startsWith(notePrefix);
}

type Named = Readonly<Record<string, unknown>>;

/** What a person can change of a survey, by name. */
function valuesOf({ name, settings, speciesNotes, speciesFacts, truthTable }: Survey): Map<string, unknown> {
  const values = new Map<string, unknown>([['name', name]]);
  for (const [setting, value] of Object.entries(settings)) values.set(settingPrefix + setting, value);
  for (const [label, note] of Object.entries(speciesNotes ?? {})) values.set(notePrefix + label, note);
  if (speciesFacts) values.set('speciesFacts', speciesFacts);
  if (truthTable !== undefined) values.set('truthTable', truthTable);
  return values;
}

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/**
 * What a person can change of a survey, by name, each with when it was changed. Surveys of versions that did not write
 * that down count as changed when they were made, where they differ from what a new one starts with.
 */
export function datedValues(survey: Survey): Map<string, DatedValue> {
  const madeAt = new Date(survey.createdAt).toISOString();
  const defaults = defaultSettings as unknown as Named;
  const values = new Map<string, DatedValue>();
  for (const [name, value] of valuesOf(survey)) {
    const setting = name.startsWith(settingPrefix) ? name.slice(settingPrefix.length) : null;
    const isDefault = name === 'name' || (setting !== null && same(value, defaults[setting]));
    const at = survey.changedAt?.[name] ?? (isDefault ? neverChanged : madeAt);
    values.set(name, { value, at });
  }
  if (survey.recipe)
    values.set('recipe', { value: survey.recipe, at: survey.changedAt?.['recipe'] ?? madeAt });
  return values;
}

/** The survey with the values of a project in place of its own. */
export function withValues(survey: Survey, values: ReadonlyMap<string, DatedValue>): Survey {
  const settings: Record<string, unknown> = { ...survey.settings };
  const speciesNotes: Record<string, string> = { ...survey.speciesNotes };
  const changedAt: Record<string, string> = { ...survey.changedAt };
  let changed: Survey = survey;
  for (const [name, { value, at }] of values) {
    changedAt[name] = at;
    if (name === 'name') changed = { ...changed, name: String(value) };
    else if (name.startsWith(settingPrefix)) settings[name.slice(settingPrefix.length)] = value;
    else if (name.startsWith(notePrefix)) speciesNotes[name.slice(notePrefix.length)] = String(value);
    else if (name === 'truthTable') changed = { ...changed, truthTable: String(value) };
    else if (name === 'speciesFacts') {
      changed = { ...changed, speciesFacts: value as NonNullable<Survey['speciesFacts']> };
    }
  }
  return {
    ...changed,
    settings: completeSettings(settings),
    ...(Object.keys(speciesNotes).length > 0 ? { speciesNotes } : {}),
    changedAt,
  };
}
