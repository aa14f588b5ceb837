import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import type { Review } from '../core/survey/reviews/review.ts';
import { defaultSettings } from '../core/settings/surveySettings.ts';
import { closeDatabase, openDatabase } from './database.ts';
import { addReviews, loadReviews } from './reviewRepository.ts';
import { takeSetAside } from './setAside.ts';
import { deleteSurvey, loadSurveys } from './surveyRepository.ts';

function review(id: string, projectId: string, text: string): Review {
  const at = '2021-06-04T18:32:05.000Z';
  return { id, projectId, by: 'Ada', at, order: 1, mediaIds: ['m'], statement: { kind: 'note', text } };
}

afterEach(async () => {
  await closeDatabase();
  await deleteDB('fieldsift');
});

describe('reviews', () => {
  it('survive a restart of the app, and only those of the survey come back', async () => {
    await addReviews([review('1', 'project', 'a'), review('2', 'other', 'b')]);
    await closeDatabase();
    expect(await loadReviews('project')).toEqual([review('1', 'project', 'a')]);
  });

  it('are never overwritten', async () => {
    await addReviews([review('1', 'project', 'first')]);
    await addReviews([review('1', 'project', 'second'), review('2', 'project', 'new')]);
    expect(await loadReviews('project')).toEqual([
      review('1', 'project', 'first'),
      review('2', 'project', 'new'),
    ]);
  });

  it('belong to each survey that took them in, as when one project file is opened twice', async () => {
    await addReviews([review('1', 'project', 'a')]);
    await addReviews([review('1', 'other', 'a')]);
    expect(await loadReviews('project')).toHaveLength(1);
    expect(await loadReviews('other')).toEqual([review('1', 'other', 'a')]);
  });

  it('are deleted with their survey, and with no other', async () => {
    await addReviews([review('1', 'project', 'a'), review('1', 'other', 'a'), review('2', 'other', 'b')]);
    await deleteSurvey('project');
    expect(await loadReviews('project')).toEqual([]);
    expect(await loadReviews('other')).toHaveLength(2);
  });
});

describe('a database of version 1', () => {
  /** As the first version of the app left it. */
  async function keepVersion1(): Promise<void> {
    const database = await openDB('fieldsift', 1, {
      upgrade(old) {
        old.createObjectStore('projects', { keyPath: 'id' });
        old.createObjectStore('folders', { keyPath: 'id' }).createIndex('project', 'projectId');
        old.createObjectStore('handles', { keyPath: 'folderId' });
        old.createObjectStore('media', { keyPath: 'id' }).createIndex('project', ['projectId', 'status']);
        old.createObjectStore('outputs', { keyPath: ['modelHash', 'contentKey'] });
        old.createObjectStore('thumbnails', { keyPath: 'contentKey' });
        old.createObjectStore('models', { keyPath: 'hash' });
      },
    });
    const settings = { gapSeconds: 90, thresholds: { animal: 0.3, person: null, vehicle: null } };
    await database.put('projects', { id: 'project', name: 'Season', createdAt: 1, halted: true, settings });
    await database.put('media', { id: 'folder/a.jpg', projectId: 'project', status: 'done' });
    database.close();
  }

  it('keeps its surveys and photos, and gets the settings it did not know', async () => {
    await keepVersion1();
    expect(await loadSurveys()).toEqual([
      {
        id: 'project',
        name: 'Season',
        createdAt: 1,
        halted: true,
        settings: {
          ...defaultSettings,
          gapSeconds: 90,
          thresholds: { animal: 0.3, person: null, vehicle: null },
        },
      },
    ]);
    expect(await (await openDatabase()).count('media')).toBe(1);
  });

  it('takes reviews', async () => {
    await keepVersion1();
    await addReviews([review('1', 'project', 'a')]);
    expect(await loadReviews('project')).toHaveLength(1);
  });
});

describe('a database of version 5', () => {
  it('keeps its reviews', async () => {
    const database = await openDB('fieldsift', 5, {
      upgrade(old) {
        old.createObjectStore('outputs', { keyPath: ['modelHash', 'contentKey'] });
        old.createObjectStore('reviews', { keyPath: 'id' }).createIndex('project', 'projectId');
      },
    });
    await database.put('reviews', review('1', 'project', 'a'));
    await database.put('reviews', review('2', 'other', 'b'));
    database.close();
    expect(await loadReviews('project')).toEqual([review('1', 'project', 'a')]);
    expect(await loadReviews('other')).toEqual([review('2', 'other', 'b')]);
  });

  it('opens where one names no survey: that one is set aside and stays, and all others are there', async () => {
    const odd = { id: '1', projectId: null, by: 'Bo', at: '2020' };
    const database = await openDB('fieldsift', 5, {
      upgrade(old) {
        old.createObjectStore('outputs', { keyPath: ['modelHash', 'contentKey'] });
        old.createObjectStore('reviews', { keyPath: 'id' });
      },
    });
    await database.put('reviews', odd);
    await database.put('reviews', review('2', 'other', 'b'));
    database.close();
    expect(await loadReviews('other')).toEqual([review('2', 'other', 'b')]);
    expect(takeSetAside()).toEqual(['Bo, 2020']);
    expect(await (await openDatabase()).getAll('reviews')).toContainEqual({ ...odd, projectId: '' });
  });
});
