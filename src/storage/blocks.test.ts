import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it } from 'vitest';
import { doneMedia, predictionOf } from '../../tests/fixtures/photo.ts';
import { closeDatabase } from './database.ts';
import { loadSurvey } from './loadSurvey.ts';
import { recordOf } from './outputRecord.ts';
import { packSurvey } from './packSurvey.ts';

const media = doneMedia('Ridge/a.jpg', null);
const contentKey = media.contentKey ?? '';
const prediction = predictionOf([0.5, 0.25, 0]);

/** As the sixth version of the app left its database: without blocks. */
async function keepVersion6(): Promise<void> {
  const database = await openDB('fieldsift', 6, {
    upgrade(old) {
      old.createObjectStore('projects', { keyPath: 'id' });
      old.createObjectStore('folders', { keyPath: 'id' }).createIndex('project', 'projectId');
      old.createObjectStore('handles', { keyPath: 'folderId' });
      old.createObjectStore('media', { keyPath: 'id' }).createIndex('project', ['projectId', 'status']);
      old.createObjectStore('outputs', { keyPath: ['modelHash', 'contentKey'] });
      old.createObjectStore('thumbnails', { keyPath: 'contentKey' });
      old.createObjectStore('models', { keyPath: 'hash' });
      old.createObjectStore('reviews', { keyPath: ['projectId', 'id'] });
      old.createObjectStore('recipes', { keyPath: 'id' });
      old.createObjectStore('runtimeTrials', { keyPath: ['modelHash', 'adapter'] });
    },
  });
  await database.put('media', media);
  await database.put('outputs', recordOf({ ...prediction, modelHash: 'detector', contentKey }));
  database.close();
}

it('a survey of an earlier version opens as it was, and again once it is packed', async () => {
  await keepVersion6();
  for (let round = 0; round < 2; round += 1) {
    const { photos } = await loadSurvey([media.folderId], ['detector']);
    expect(photos.map((photo) => photo.media)).toEqual([media]);
    expect(photos[0]?.outputs?.get('detector')).toMatchObject({ labelScores: prediction.labelScores });
    await packSurvey([media.folderId], ['detector']);
    await closeDatabase();
  }
});
