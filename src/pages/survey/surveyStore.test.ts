import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultSettings, type SurveySettings } from '../../core/settings/surveySettings.ts';
import { closeDatabase } from '../../storage/database.ts';
import { deleteSurvey, loadOneSurvey, saveSurvey } from '../../storage/surveyRepository.ts';
import { Keeper } from './keeper.svelte.ts';
import { newSurvey } from './openSurvey.ts';
import { SurveyStore } from './surveyStore.svelte.ts';

const survey = newSurvey('Season', defaultSettings);
const setting =
  (changes: Partial<SurveySettings>) =>
  (open: typeof survey): typeof survey => ({ ...open, settings: { ...open.settings, ...changes } });

function tab(): { store: SurveyStore; keeper: Keeper } {
  const keeper = new Keeper();
  const store = new SurveyStore(keeper, () => undefined);
  store.open(survey);
  return { store, keeper };
}

afterEach(async () => {
  vi.restoreAllMocks();
  await deleteSurvey(survey.id);
  await closeDatabase();
});

describe('settings of two tabs', () => {
  it('do not undo each other: both hold on the disk and in the tab that wrote last', async () => {
    await saveSurvey(survey);
    const [one, two] = [tab(), tab()];
    await two.store.change(setting({ utcOffset: '+02:00' }));
    await one.store.change(setting({ gapSeconds: 90 }));
    const both = { gapSeconds: 90, utcOffset: '+02:00' };
    expect((await loadOneSurvey(survey.id))?.settings).toMatchObject(both);
    expect(one.store.survey?.settings).toMatchObject(both);
  });

  it('do not bring a survey back that the other tab deleted', async () => {
    await saveSurvey(survey);
    const { store } = tab();
    await deleteSurvey(survey.id);
    await store.change(setting({ gapSeconds: 90 }));
    expect(await loadOneSurvey(survey.id)).toBeNull();
  });
});

describe('a setting that the full disk does not take', () => {
  it('is told, holds on the screen, and is written with the next change', async () => {
    await saveSurvey(survey);
    const { store, keeper } = tab();
    const refuse = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await store.change(setting({ gapSeconds: 7 }));
    expect(keeper.reason).toContain('The disk is full');
    expect(store.survey?.settings.gapSeconds).toBe(7);
    expect((await loadOneSurvey(survey.id))?.settings.gapSeconds).toBe(60);
    refuse.mockRestore();
    await store.change(setting({ utcOffset: '+02:00' }));
    expect(keeper.reason).toBeNull();
    expect((await loadOneSurvey(survey.id))?.settings).toMatchObject({ gapSeconds: 7, utcOffset: '+02:00' });
  });

  it('is written when the person tries again, also after another survey was opened', async () => {
    await saveSurvey(survey);
    const { store, keeper } = tab();
    const refuse = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await store.change(setting({ gapSeconds: 7 }));
    store.open(null);
    refuse.mockRestore();
    await keeper.retry();
    expect((await loadOneSurvey(survey.id))?.settings.gapSeconds).toBe(7);
  });
});
