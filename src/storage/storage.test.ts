import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { doneMedia, predictionOf } from '../../tests/fixtures/photo.ts';
import { pendingMedia, type Media } from '../core/photos/media.ts';
import { defaultSettings } from '../core/settings/surveySettings.ts';
import type { Survey } from '../core/survey/survey.ts';
import { closeDatabase } from './database.ts';
import { addPendingMedia, keepSifted, loadMedia, retryMedia } from './mediaRepository.ts';
import { findOutputs, loadOutputs } from './outputRepository.ts';
import { inPages } from './pages.ts';
import { deleteSurvey, loadFolders, loadSurveys, saveFolder, saveSurvey } from './surveyRepository.ts';

const survey: Survey = {
  id: 'project',
  name: 'Season',
  createdAt: 1,
  settings: defaultSettings,
  halted: false,
};
const folder = {
  id: 'folder',
  projectId: 'project',
  name: 'Ridge',
  origin: 'files' as const,
  otherFiles: {},
  complete: true,
};

async function allMedia(): Promise<Media[]> {
  const all: Media[] = [];
  for await (const page of loadMedia(['folder'])) all.push(...page);
  return all;
}

afterEach(async () => {
  await deleteSurvey('project');
  await closeDatabase();
});

describe('media', () => {
  it('survives a restart of the app', async () => {
    await addPendingMedia([pendingMedia('project', 'folder', 'Ridge/a.jpg')]);
    await closeDatabase();
    expect(await allMedia()).toEqual([pendingMedia('project', 'folder', 'Ridge/a.jpg')]);
  });

  it('keeps what was sifted when the same folder is dropped again', async () => {
    const done = doneMedia('Ridge/a.jpg', null);
    await keepSifted([{ media: done, outputs: [], thumbnail: null }]);
    await addPendingMedia([pendingMedia('project', 'folder', 'Ridge/a.jpg')]);
    expect(await allMedia()).toEqual([done]);
  });

  it('stores result and status together', async () => {
    const media = doneMedia('Ridge/a.jpg', null);
    const contentKey = media.contentKey ?? '';
    const output = { ...predictionOf([0.5, 0, 0]), contentKey, modelHash: 'model' };
    await keepSifted([{ media, outputs: [output], thumbnail: null }]);
    const found = await findOutputs(['model', 'other model'], contentKey);
    expect([...found.keys()]).toEqual(['model']);
    expect(found.get('model')).toMatchObject({ labelScores: Float32Array.of(0.5, 0, 0) });
    const outputs = [];
    for await (const page of loadOutputs('model')) outputs.push(...page);
    expect(outputs).toHaveLength(1);
  });

  it('makes failed photos pending again', async () => {
    const failed: Media = {
      ...doneMedia('Ridge/a.jpg', null),
      status: 'failed',
      failure: { code: 'truncated', detail: '' },
    };
    await keepSifted([{ media: failed, outputs: [], thumbnail: null }]);
    await retryMedia([failed]);
    expect(await allMedia()).toMatchObject([{ status: 'pending', failure: null }]);
  });
});

describe('surveys', () => {
  it('are forgotten with their folders and photos, and with nobody else’s', async () => {
    await saveSurvey(survey);
    await saveFolder(folder, null);
    await addPendingMedia([
      pendingMedia('project', 'folder', 'Ridge/a.jpg'),
      pendingMedia('other project', 'folder2', 'Ridge/a.jpg'),
    ]);
    await deleteSurvey('project');
    expect(await loadSurveys()).toEqual([]);
    expect(await loadFolders('project')).toEqual([]);
    expect(await allMedia()).toEqual([]);
    const others: Media[] = [];
    for await (const page of loadMedia(['folder2'])) others.push(...page);
    expect(others).toHaveLength(1);
  });
});

describe('inPages', () => {
  it('gives every record exactly once, whatever the size of the last page', async () => {
    for (const total of [0, 1, 9, 10, 11, 20]) {
      const records = Array.from({ length: total }, (_, index) => index);
      const seen: number[] = [];
      const read = (lower: number | null, count: number): Promise<number[]> =>
        Promise.resolve(records.filter((record) => lower === null || record > lower).slice(0, count));
      for await (const page of inPages(read, (record) => record, 10)) seen.push(...page);
      expect(seen).toEqual(records);
    }
  });
});
