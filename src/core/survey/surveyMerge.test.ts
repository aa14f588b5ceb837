import { describe, expect, it } from 'vitest';
import { defaultSettings, type SurveySettings } from '../settings/surveySettings.ts';
import type { Survey } from './survey.ts';
import { mergedSettings, mergedSurvey } from './surveyMerge.ts';

const survey: Survey = { id: 'p', name: 'Season', createdAt: 1, settings: defaultSettings, halted: false };
const withSettings = (changes: Partial<SurveySettings>): Survey => ({
  ...survey,
  settings: { ...defaultSettings, ...changes },
});

describe('a survey that two tabs change', () => {
  it('keeps the stations that one named and the gap that the other changed', () => {
    const stations = [
      { deployment: 'Ridge', station: 'R1', latitude: 1, longitude: 2 },
    ] as unknown as SurveySettings['stations'];
    const merged = mergedSurvey(survey, withSettings({ gapSeconds: 90 }), withSettings({ stations }));
    expect(merged.settings).toMatchObject({ gapSeconds: 90, stations });
  });

  it('keeps two thresholds of one group', () => {
    const gate = defaultSettings.gate;
    const merged = mergedSurvey(
      survey,
      withSettings({ gate: { ...gate, person: 0.2 } }),
      withSettings({ gate: { ...gate, holdsVehicles: true } }),
    );
    expect(merged.settings.gate).toMatchObject({ person: 0.2, holdsVehicles: true });
  });

  it('keeps a table that one took in and a note that the other wrote, and forgets what was taken out', () => {
    const before = { ...survey, truthTable: 'file,species', speciesNotes: { fox: 'old' } };
    const after: Survey = { ...survey, speciesNotes: { fox: 'old', deer: 'new' } };
    const onto = { ...before, speciesNotes: { owl: 'theirs' } };
    const merged = mergedSurvey(before, after, onto);
    expect(merged.speciesNotes).toEqual({ owl: 'theirs', deer: 'new' });
    expect(merged.truthTable).toBeUndefined();
    expect(mergedSurvey(survey, after, onto).speciesNotes).toEqual({
      owl: 'theirs',
      fox: 'old',
      deer: 'new',
    });
  });

  it('is sifted with the model or the recipe that was chosen last, never with both', () => {
    const recipe = { kind: 'gated', id: 'r' } as unknown as NonNullable<Survey['recipe']>;
    const merged = mergedSurvey(survey, { ...survey, modelHash: 'm' }, { ...survey, recipe });
    expect(merged.modelHash).toBe('m');
    expect(merged.recipe).toBeUndefined();
    expect(mergedSurvey(survey, { ...survey, name: 'Spring' }, { ...survey, recipe })).toMatchObject({
      name: 'Spring',
      recipe,
    });
  });

  it('is the very same object where nobody else changed anything', () => {
    const after = withSettings({ gapSeconds: 90 });
    expect(mergedSurvey(survey, after, structuredClone(survey)).settings.clocks).toBe(after.settings.clocks);
    expect(mergedSurvey(survey, after, structuredClone(after))).toBe(after);
  });
});

describe('a change that is taken back', () => {
  it('leaves what was changed elsewhere meanwhile', () => {
    const changed = { ...defaultSettings, gapSeconds: 90 };
    const now = { ...changed, utcOffset: '+02:00' };
    expect(mergedSettings(changed, defaultSettings, now)).toMatchObject({
      gapSeconds: defaultSettings.gapSeconds,
      utcOffset: '+02:00',
    });
  });
});
