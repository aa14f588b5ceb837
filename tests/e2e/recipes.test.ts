import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addPack, readSummary, useRecipe } from '../../scripts/sift/door.ts';
import { sampleFolder } from '../../src/drawn/sampleFolder.ts';
import { colourClassifier, constantDetector, type CodeModel } from '../fixtures/colourModels.ts';
import { dropFolders, launchApp, type AppWindow } from '../helpers/app.ts';
import { drawFolder, type DrawnFolder } from '../helpers/drawnFolder.ts';
import { packFolder, type PackFolder } from '../helpers/packFolder.ts';
import { finishRun } from '../helpers/run.ts';

const count = 4;
let drawn: DrawnFolder;
let photos: string;
let packs: PackFolder;
let app: AppWindow | undefined;

const box = { width: 0.25, height: 0.25 };
const detector = constantDetector(
  'two-boxes',
  [
    { name: 'animal', role: 'animal' },
    { name: 'person', role: 'person' },
  ],
  [
    { ...box, x: 0.25, y: 0.25, label: 0, score: 0.875 },
    { ...box, x: 0.75, y: 0.75, label: 0, score: 0.625 },
  ],
);
const animals = (...names: string[]): object[] => names.map((name) => ({ name, role: 'animal' }));
const colours = colourClassifier('colours', animals('red fox', 'green frog', 'blue whale'));
const others = colourClassifier('others', animals('bluebird', 'green frog', 'robin'), 'BGR');

const head = { schemaVersion: 1, version: '1' };
const crops = {
  ...head,
  id: 'boxes-by-colour',
  name: 'Boxes by colour',
  kind: 'crops',
  detector: { id: 'two-boxes' },
  classifiers: [{ id: 'colours' }],
  nameFrom: 0,
};
const ensemble = {
  ...head,
  id: 'both-colours',
  name: 'Both colours',
  kind: 'ensemble',
  models: [{ id: 'colours' }, { id: 'others' }],
};

function filesOf({ bytes, manifest }: CodeModel): Record<string, Uint8Array<ArrayBuffer> | string> {
  return { 'manifest.json': JSON.stringify(manifest), 'model.onnx': bytes };
}

interface Row {
  label: string;
  model_id: string;
  p_animal: string;
  detections: { class: string; score: number }[];
}

async function rowsOf(page: Page): Promise<Row[]> {
  const csv = await page.evaluate(() => window.fieldsift?.exportFile('photos.csv') ?? '');
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  return data.map((row) => ({
    label: row['label'] ?? '',
    model_id: row['model_id'] ?? '',
    p_animal: row['p_animal'] ?? '',
    detections: JSON.parse(row['detections'] ?? '[]') as Row['detections'],
  }));
}

beforeAll(async () => {
  drawn = await drawFolder(sampleFolder().slice(0, count));
  photos = join(drawn.root, 'Drawn samples');
  packs = await packFolder();
});
afterAll(() => Promise.all([drawn.remove(), packs.remove()]));
afterEach(() => app?.close());

describe('a folder of packs with a recipe', () => {
  it('is brought in, asks for each licence, names what the detector found, and is still in use after a reload', async () => {
    const detectorFolder = await packs.write('both/two boxes', filesOf(detector));
    await packs.write('both/colours', filesOf(colours));
    const folder = dirname(detectorFolder);
    await writeFile(join(folder, 'recipe.json'), JSON.stringify(crops));
    app = await launchApp();
    const { page, record } = app;
    await dropFolders(page, [folder]);
    for (const name of ['colours', 'two-boxes']) {
      const dialog = page.getByRole('dialog', { name: `Use ${name} 1?` });
      await dialog.getByRole('button', { name: 'Accept and use' }).click();
      await dialog.waitFor({ state: 'hidden' });
    }
    await page.waitForFunction(() => window.fieldsift?.summary().recipe.kind === 'crops');

    await dropFolders(page, [photos]);
    expect(await finishRun(page)).toMatchObject({ total: count, done: count });
    const rows = await rowsOf(page);
    expect(rows).toHaveLength(count);
    for (const { label, model_id: model, p_animal: score, detections } of rows) {
      expect([label, model, score]).toEqual(['animal', 'two-boxes 1 | colours 1', '0.8750']);
      expect(detections.map((found) => found.score)).toEqual([0.875, 0.625]);
      for (const found of detections) expect(found.class).toMatch(/^(red fox|green frog|blue whale)$/);
    }
    expect((await readSummary(page)).models.map(({ id }) => id)).toEqual(['two-boxes', 'colours']);

    await page.reload();
    await page.waitForFunction(() => window.fieldsift !== undefined);
    await page.evaluate(() => window.fieldsift?.ready);
    expect(await rowsOf(page)).toEqual(rows);
    expect(record.foreignRequests).toEqual([]);
    expect(record.pageErrors).toEqual([]);
    expect(record.consoleErrors).toEqual([]);
  });
});

describe('an ensemble of two classifiers', () => {
  it('averages them, and runs only the one that has not seen the photos', async () => {
    app = await launchApp();
    const { page } = app;
    await addPack(page, await packs.write('colours', filesOf(colours)));
    await addPack(page, await packs.write('others', filesOf(others)));
    await useRecipe(page, { ...head, id: 'alone', name: 'Alone', kind: 'single', model: { id: 'colours' } });
    await dropFolders(page, [photos]);
    expect(await finishRun(page)).toMatchObject({ total: count, done: count });
    const alone = await rowsOf(page);

    await page.getByRole('link', { name: 'Models' }).click();
    await page.getByRole('button', { name: 'Put models together' }).click();
    const form = page.getByRole('form', { name: 'Put models together' });
    await form.getByLabel('Name', { exact: true }).fill('Both colours');
    await form.getByLabel('What they do').selectOption('ensemble');
    await form.getByRole('checkbox', { name: 'colours' }).check();
    await form.getByRole('checkbox', { name: 'others' }).check();
    await form.getByText('colours and others look at every photo').waitFor();
    await form.getByRole('button', { name: 'Keep and use' }).click();
    await page.getByRole('article', { name: 'Both colours' }).getByText('In use').waitFor();
    await page.waitForFunction((all) => window.fieldsift?.status().pending === all, count);
    await page.getByRole('link', { name: 'Photos' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await finishRun(page)).toMatchObject({ done: count, pending: 0 });
    const both = await rowsOf(page);
    // Both see the same colours under labels of which they share one, so that the best of them stays as it was.
    expect(both.map(({ p_animal: score }) => score)).toEqual(alone.map(({ p_animal: score }) => score));
    expect(both[0]?.model_id).toBe('colours 1 | others 1');
  });

  it('is refused with a reason when one of its models is not here', async () => {
    app = await launchApp();
    await expect(useRecipe(app.page, ensemble)).rejects.toThrow(/“colours” is not here\. Bring it in first/);
    expect((await readSummary(app.page)).model.id).toBe('lookout');
  });
});
