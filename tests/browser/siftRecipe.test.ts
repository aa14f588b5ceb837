import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pendingMedia } from '../../src/core/photos/media.ts';
import { unpackDetections } from '../../src/core/models/prediction/predictionPacking.ts';
import { parseRecipe } from '../../src/core/decisions/recipes/parseRecipe.ts';
import { resolveRecipe } from '../../src/core/decisions/recipes/resolveRecipe.ts';
import { sha256Of } from '../../src/platform/contentKey.ts';
import { closeDatabase } from '../../src/storage/database.ts';
import { keepSifted } from '../../src/storage/mediaRepository.ts';
import type { SiftModel } from '../../src/workers/sift/contract.ts';
import { LoadedModel } from '../../src/workers/sift/loadedModel.ts';
import { LoadedRecipe } from '../../src/workers/sift/loadedRecipe.ts';
import { siftPhoto, type Sifted } from '../../src/workers/sift/pipeline.ts';
import { StageClock } from '../../src/workers/sift/stageClock.ts';
import { colourClassifier, constantDetector, withHash, type CodeModel } from '../fixtures/colourModels.ts';
import { quadrantsPhoto, withOrientation } from '../fixtures/quadrants.ts';

/* The photo has a red, a green, a blue and a white quarter; the detector sees an animal in the first two. */
const box = { width: 0.25, height: 0.25, label: 0 };
const detector = constantDetector(
  'detector',
  [
    { name: 'animal', role: 'animal' },
    { name: 'person', role: 'person' },
  ],
  [
    { ...box, x: 0.25, y: 0.25, score: 0.875 },
    { ...box, x: 0.75, y: 0.25, score: 0.75 },
    { ...box, x: 0.25, y: 0.75, score: 0.625, label: 1 },
    { ...box, x: 0.75, y: 0.75, score: 0.25 },
  ],
);
const animals = (...names: string[]): object[] => names.map((name) => ({ name, role: 'animal' }));
const colours = colourClassifier('colours', animals('red fox', 'green frog', 'blue whale'));
const others = colourClassifier('others', animals('robin', 'green frog', 'bluebird'));

async function siftModel(model: CodeModel): Promise<SiftModel> {
  const manifest = withHash(model, await sha256Of(model.bytes.buffer));
  return { hash: manifest.id, manifest, weights: { blob: new Blob([model.bytes]) } };
}

async function loaded(models: CodeModel[], way: Record<string, unknown>): Promise<LoadedRecipe> {
  const all = await Promise.all(models.map(siftModel));
  const recipe = parseRecipe({ schemaVersion: 1, id: 'test', version: '1', name: 'Test', ...way });
  return LoadedRecipe.load({ recipe: resolveRecipe(recipe, all), models: all });
}

const crops = { kind: 'crops', detector: { id: 'detector' }, floor: 0.5 };
const named = (...ids: string[]): object[] => ids.map((id) => ({ id }));

async function sift(recipe: LoadedRecipe, bytes: Uint8Array<ArrayBuffer>): Promise<Sifted> {
  const file = new File([bytes], 'photo.jpg');
  const sifted = await siftPhoto(
    { media: pendingMedia('project', 'folder', 'photo.jpg'), file },
    recipe,
    new StageClock(),
    false,
  );
  await keepSifted([sifted]);
  return sifted;
}

/** Names of the models that ran, one for each time. */
let ran: string[] = [];
let decodes = 0;

beforeEach(async () => {
  await new Promise((resolve) => {
    indexedDB.deleteDatabase('fieldsift').onsuccess = resolve;
  });
  ran = [];
  decodes = 0;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own model below
  const { predict } = LoadedModel.prototype;
  vi.spyOn(LoadedModel.prototype, 'predict').mockImplementation(function (this: LoadedModel, ...photo) {
    ran.push(this.manifest.id);
    return predict.apply(this, photo);
  });
  // eslint-disable-next-line @typescript-eslint/unbound-method -- as above
  const { decode } = ImageDecoder.prototype;
  vi.spyOn(ImageDecoder.prototype, 'decode').mockImplementation(function (this: ImageDecoder, ...options) {
    decodes += 1;
    return decode.apply(this, options);
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await closeDatabase();
});

function boxNames({ prepared }: LoadedRecipe, { said }: Sifted): string[] {
  const prediction = said && prepared.combine(said);
  return prediction
    ? unpackDetections(prediction).map(({ labelIndex }) => prepared.combined.labels[labelIndex]?.name ?? '')
    : [];
}

describe('boxes that are cut out and named', () => {
  it('runs the detector once, and each of two classifiers on each animal', async () => {
    const recipe = await loaded([detector, colours, others], {
      ...crops,
      classifiers: named('colours', 'others'),
    });
    const sifted = await sift(recipe, await quadrantsPhoto(640, 480, 'image/jpeg'));
    expect(ran).toEqual(['detector', 'colours', 'colours', 'others', 'others']);
    expect(sifted.media).toMatchObject({ status: 'done', failure: null });
    expect(boxNames(recipe, sifted)).toEqual(['red fox', 'green frog', 'person', 'animal']);
  });

  it('runs only a model that is added later, and nothing when nothing is new', async () => {
    const photo = await quadrantsPhoto(640, 480, 'image/jpeg');
    await sift(await loaded([detector], { kind: 'single', model: { id: 'detector' } }), photo);
    expect(ran).toEqual(['detector']);
    await sift(await loaded([detector, colours], { ...crops, classifiers: named('colours') }), photo);
    expect(ran).toEqual(['detector', 'colours', 'colours']);
    const both = await loaded([detector, colours, others], {
      ...crops,
      classifiers: named('colours', 'others'),
    });
    expect((await sift(both, photo)).known).toBe(false);
    expect(ran.slice(3)).toEqual(['others', 'others']);
    expect((await sift(both, photo)).known).toBe(true);
    const strict = await loaded([detector, colours], { ...crops, classifiers: named('colours'), floor: 0.8 });
    expect((await sift(strict, photo)).known).toBe(true);
    expect(ran).toHaveLength(5);
    const lower = await loaded([detector, colours], { ...crops, classifiers: named('colours'), floor: 0.2 });
    await sift(lower, photo);
    expect(ran.slice(5)).toEqual(['colours']);
  });

  /** What the quarters at the top left and the top right show, white being of no colour more than of another. */
  const anyName: unknown = expect.any(String);
  it.each([
    [1, 'red fox', 'green frog'],
    [2, 'green frog', 'red fox'],
    [3, anyName, 'blue whale'],
    [4, 'blue whale', anyName],
    [5, 'red fox', 'blue whale'],
    [6, 'blue whale', 'red fox'],
    [7, anyName, 'green frog'],
    [8, 'green frog', anyName],
  ])('cuts out what the box shows, stored in orientation %i', async (orientation, left, right) => {
    const stored = await quadrantsPhoto(640, 480, 'image/jpeg');
    const recipe = await loaded([detector, colours], { ...crops, classifiers: named('colours') });
    const sifted = await sift(recipe, withOrientation(stored, orientation));
    expect(boxNames(recipe, sifted)).toEqual([left, right, 'person', 'animal']);
  });

  it('decodes a photo again only where a crop has too few pixels otherwise', async () => {
    const recipe = await loaded([detector, colours], { ...crops, classifiers: named('colours') });
    await sift(recipe, await quadrantsPhoto(48, 36, 'image/jpeg'));
    expect(decodes).toBe(1);
    await sift(recipe, await quadrantsPhoto(1280, 960, 'image/jpeg'));
    expect(decodes).toBe(3);
  });
});

describe('several classifiers of the whole photo', () => {
  it('see it decoded once', async () => {
    const recipe = await loaded([colours, others], { kind: 'ensemble', models: named('colours', 'others') });
    const sifted = await sift(recipe, await quadrantsPhoto(1280, 960, 'image/jpeg'));
    expect(ran).toEqual(['colours', 'others']);
    expect(decodes).toBe(1);
    const { labelScores } = (sifted.said && recipe.prepared.combine(sifted.said)) ?? { labelScores: [] };
    expect(recipe.prepared.combined.labels.map(({ name }) => name)).toEqual([
      'red fox',
      'green frog',
      'blue whale',
      'robin',
      'bluebird',
    ]);
    // Of red 220, 40, 40, 240 and so on, over 255.
    expect(labelScores[0]).toBeCloseTo(540 / 4 / 255, 2);
    expect(labelScores[1]).toBeCloseTo(520 / 4 / 255, 2);
  });
});

describe('a gate before a species model', () => {
  it('spares the second model a photo in which the first sees no animal', async () => {
    const gate = colourClassifier('gate', [
      { name: 'empty', role: 'blank' },
      { name: 'animal', role: 'animal' },
      { name: 'vehicle', role: 'vehicle' },
    ]);
    const way = { kind: 'gated', gate: { id: 'gate' }, species: { id: 'colours' } };
    const photo = await quadrantsPhoto(128, 96, 'image/jpeg');
    const closed = await loaded([gate, colours], { ...way, animalFrom: 0.9 });
    expect((await sift(closed, photo)).media.status).toBe('done');
    expect(ran).toEqual(['gate']);
    const open = await loaded([gate, colours], { ...way, animalFrom: 0.1, nameFrom: 0.1 });
    await sift(open, photo);
    expect(ran).toEqual(['gate', 'colours']);
  });
});
