import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { usePack } from '../../scripts/sift/door.ts';
import { sampleFolder } from '../../src/drawn/sampleFolder.ts';
import { onnxGraph } from '../fixtures/onnxGraph.ts';
import { around, constantModel, packFiles, packManifest, packWithData } from '../fixtures/pack.ts';
import { withMetadata } from '../fixtures/protobufBytes.ts';
import { dropFolders, launchApp, type AppWindow } from '../helpers/app.ts';
import { drawFolder, type DrawnFolder } from '../helpers/drawnFolder.ts';
import { packFolder, type PackFolder } from '../helpers/packFolder.ts';
import { finishRun } from '../helpers/run.ts';

const count = 4;
let drawn: DrawnFolder;
let photos: string;
let packs: PackFolder;
let app: AppWindow | undefined;

beforeAll(async () => {
  drawn = await drawFolder(sampleFolder().slice(0, count));
  photos = join(drawn.root, 'Drawn samples');
  packs = await packFolder();
});
afterAll(() => Promise.all([drawn.remove(), packs.remove()]));
afterEach(() => app?.close());

/** Names of the files the app keeps for itself. */
function ownFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
    return names;
  });
}

async function modelInUse(page: Page): Promise<string | undefined> {
  return (await page.evaluate(() => window.fieldsift?.summary()))?.model.id;
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.waitForFunction(() => window.fieldsift !== undefined);
  await page.evaluate(() => window.fieldsift?.ready);
}

describe('a pack that is dropped', () => {
  it('is used once its licence is accepted, is still in use after a reload, and gives way when it is removed', async () => {
    app = await launchApp();
    const { page, record } = app;
    await dropFolders(page, [await packs.write('always a person', packFiles())]);
    const dialog = page.getByRole('dialog', { name: 'Use Always a person 1.0?' });
    await dialog.getByText('CC0-1.0').waitFor();
    expect(await modelInUse(page)).toBe('lookout');
    await dialog.getByRole('button', { name: 'Accept and use' }).click();
    const card = page.getByRole('article', { name: 'Always a person' });
    await card.getByText('In use').waitFor();

    await dropFolders(page, [photos]);
    await page.getByRole('heading', { name: 'Finished' }).waitFor();
    expect(await finishRun(page)).toMatchObject({ total: count, done: count });
    const summary = await page.evaluate(() => window.fieldsift?.summary());
    expect(summary?.byLabel).toEqual({ person: count });

    await reload(page);
    expect(await modelInUse(page)).toBe('always-a-person');
    expect(await page.evaluate(() => window.fieldsift?.summary().byLabel)).toEqual({ person: count });
    await dropFolders(page, [photos]);
    await page.waitForTimeout(500);
    await finishRun(page);

    await page.getByRole('link', { name: 'Models' }).click();
    await page.getByRole('button', { name: 'Remove… Always a person' }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByRole('article', { name: 'Lookout' }).getByText('In use').waitFor();
    await card.waitFor({ state: 'detached' });
    expect(await ownFiles(page)).toEqual([]);
    expect(await page.evaluate(() => window.fieldsift?.status())).toMatchObject({
      total: count,
      pending: count,
    });

    await page.getByRole('link', { name: 'Photos' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await finishRun(page)).toMatchObject({ total: count, done: count });
    expect(await modelInUse(page)).toBe('lookout');
    expect(record.foreignRequests).toEqual([]);
    expect(record.pageErrors).toEqual([]);
    expect(record.consoleErrors).toEqual([]);
  });

  it('can be saved as a .zip, and brought in again from it', async () => {
    app = await launchApp();
    const { page } = app;
    await usePack(page, await packs.write('first', packFiles()));
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Save as \.zip/ }).click();
    const archive = join(drawn.root, (await download).suggestedFilename());
    await copyFile(await (await download).path(), archive);
    await app.close();

    app = await launchApp();
    await usePack(app.page, archive);
    expect(await modelInUse(app.page)).toBe('always-a-person');
  });
});

describe('a model that keeps its weights in a file beside it', () => {
  it('is brought in from a folder, saved as a .zip, and sifts after it came back from that', async () => {
    app = await launchApp();
    await usePack(app.page, await packs.write('with data', packWithData()));
    const download = app.page.waitForEvent('download');
    await app.page.getByRole('button', { name: /^Save as \.zip/ }).click();
    const archive = join(drawn.root, 'with-data.zip');
    await copyFile(await (await download).path(), archive);
    await app.close();

    app = await launchApp();
    const { page, record } = app;
    await usePack(page, archive);
    await dropFolders(page, [photos]);
    expect(await finishRun(page)).toMatchObject({ total: count, done: count });
    expect(await page.evaluate(() => window.fieldsift?.summary().byLabel)).toEqual({ person: count });
    expect(record.pageErrors).toEqual([]);
  });

  it('is brought in without a manifest when the file lies beside it, and says so when it does not', async () => {
    app = await launchApp();
    const { page } = app;
    const files = packWithData();
    const described = withMetadata(files['model.onnx'] as Uint8Array, {
      task: 'detect',
      names: "{0: 'fox', 1: 'human'}",
    });
    const folder = await packs.write('data without a manifest', {
      'model.onnx': described,
      'model.onnx.data': files['model.onnx.data'] ?? '',
    });
    await dropFolders(page, [join(folder, 'model.onnx')]);
    await page.getByRole('alert').getByText('keeps weights in another file, “model.onnx.data”').waitFor();
    await dropFolders(page, [folder]);
    await page.getByLabel('Licence').fill('MIT');
    await page.getByRole('button', { name: 'Try it and keep it' }).click();
    await page.getByRole('button', { name: 'Accept and use' }).click();
    await page.getByRole('article', { name: 'model' }).getByText('In use').waitFor();
  });
});

describe('a bare .onnx file', () => {
  it('is asked about, tried and kept', async () => {
    app = await launchApp();
    const { page } = app;
    const model = withMetadata(constantModel(), { task: 'detect', names: "{0: 'fox', 1: 'human'}" });
    const file = join(drawn.root, 'foxes.onnx');
    await writeFile(file, model);
    await dropFolders(page, [file]);
    await page.getByRole('heading', { name: 'What is in foxes.onnx?' }).waitFor();
    expect(await page.getByLabel(/^Classes/).inputValue()).toBe('fox = animal\nhuman = person');
    expect(await page.getByLabel('Input width').inputValue()).toBe('32');
    await page.getByLabel('Licence').fill('MIT');
    await page.getByLabel(/^Classes/).fill('fox = animal');
    expect(await page.getByRole('button', { name: 'Try it and keep it' }).isDisabled()).toBe(true);
    await page.getByLabel(/^Classes/).fill('fox = animal\nhuman = person');
    await page.getByRole('button', { name: 'Try it and keep it' }).click();
    await page.getByRole('button', { name: 'Accept and use' }).click();
    await page.getByRole('article', { name: 'foxes' }).getByText('In use').waitFor();
  });
});

describe('a pack that does not work', () => {
  it.each([
    [
      'an operator the runtime lacks',
      around(onnxGraph({ operator: 'Purr', input: 'images', output: 'output0', shape: [1, 3, 32, 32] })),
      /operator that the runtime in the browser lacks.*Purr/,
    ],
    [
      'labels shorter than the output',
      { ...around(constantModel(5)) },
      /shape \[1, 9, 1\].*Correct "labels"/,
    ],
    [
      'another input size than the model’s',
      packFiles({ input: { ...(packManifest(constantModel())['input'] as object), width: 64 } }),
      /failed on its first picture.*Check "input"/,
    ],
  ])('says why, and leaves nothing: %s', async (name, files, message) => {
    app = await launchApp();
    const { page } = app;
    await expect(usePack(page, await packs.write(name.replace(/\W/g, ' '), files))).rejects.toThrow(message);
    await page.getByRole('alert').getByText('was not taken in').waitFor();
    expect(await page.getByRole('article').count()).toBe(1);
    expect(await ownFiles(page)).toEqual([]);
    expect(await modelInUse(page)).toBe('lookout');
  });
});

describe('a folder of photos', () => {
  it('stays one, whatever manifest.json it holds', async () => {
    await writeFile(join(photos, 'manifest.json'), '{"name": "A web app", "icons": []}');
    app = await launchApp();
    await dropFolders(app.page, [photos]);
    await app.page.waitForFunction(() => (window.fieldsift?.status().total ?? 0) > 0);
    expect(await finishRun(app.page)).toMatchObject({ total: count, done: count });
  });
});
