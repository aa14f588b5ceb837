import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it } from 'vitest';
import { doneMedia, predictionOf } from '../../tests/fixtures/photo.ts';
import { packCrops } from '../core/decisions/recipes/recipeOutput.ts';
import { closeDatabase } from './database.ts';
import { keepSifted } from './mediaRepository.ts';
import { findOutputs, loadOutputs, type LoadedOutput } from './outputRepository.ts';
import { written } from './written.ts';

const box = { x: 0.25, y: 0.5, width: 0.125, height: 0.0625 };
const prediction = predictionOf([0.5, 0.25, 0], [{ labelIndex: 0, score: 0.5, box }]);
const crops = packCrops([{ box, labelScores: Float32Array.of(0.5, 0.25) }]);

async function loaded(modelHash: string): Promise<LoadedOutput[]> {
  const all: LoadedOutput[] = [];
  for await (const page of loadOutputs(modelHash)) all.push(...page);
  return all;
}

/** As the fourth version of the app left its outputs: four arrays each. */
async function keepVersion4(count: number): Promise<void> {
  const database = await openDB('fieldsift', 4, {
    upgrade(old) {
      old.createObjectStore('media', { keyPath: 'id' });
      old.createObjectStore('thumbnails', { keyPath: 'contentKey' });
      old.createObjectStore('outputs', { keyPath: ['modelHash', 'contentKey'] });
      old.createObjectStore('reviews', { keyPath: 'id' });
    },
  });
  const transaction = database.transaction('outputs', 'readwrite');
  const records = Array.from({ length: count }, (_, index) => ({
    ...{ ...prediction, modelHash: 'detector' },
    contentKey: `photo ${String(index).padStart(5, '0')}`,
  }));
  const last = { ...crops, modelHash: 'classifier', contentKey: 'photo 00000' };
  await written(
    transaction,
    [...records, last].map((record) => transaction.store.put(record)),
  );
  database.close();
}

it('outputs of an earlier version say what they said, more than are rewritten at a time', async () => {
  await keepVersion4(4001);
  const outputs = await loaded('detector');
  expect(outputs).toHaveLength(4001);
  for (const { said } of [outputs[0], outputs.at(-1)].flatMap((one) => one ?? [])) {
    const { labels, scores, boxes, labelScores } = said as typeof prediction;
    expect({ labels, scores, boxes, labelScores }).toEqual(prediction);
  }
  const [first] = await loaded('classifier');
  expect(first?.said).toMatchObject(crops);
  const found = await findOutputs(['detector', 'classifier'], 'photo 00000');
  expect(found.get('detector')).toEqual({ ...prediction, modelHash: 'detector', contentKey: 'photo 00000' });
  expect(found.get('classifier')).toMatchObject(crops);

  // And new ones lie beside them.
  const media = doneMedia('Ridge/a.jpg', null);
  const output = { ...predictionOf([0, 1, 0]), modelHash: 'detector', contentKey: 'photo 99999' };
  await keepSifted([{ media, outputs: [output], thumbnail: null }]);
  expect((await findOutputs(['detector'], 'photo 99999')).get('detector')).toEqual(output);
  expect(await loaded('detector')).toHaveLength(4002);
  await closeDatabase();
});
