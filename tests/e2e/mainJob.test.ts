import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleFolder } from '../../src/drawn/sampleFolder.ts';
import { dropFolders, launchApp, type AppWindow } from '../helpers/app.ts';
import { drawFolder, type DrawnFolder } from '../helpers/drawnFolder.ts';
import { finishRun } from '../helpers/run.ts';
import { expectGoldenTable } from './golden.ts';

let drawn: DrawnFolder;
let app: AppWindow | undefined;

beforeAll(async () => {
  drawn = await drawFolder(sampleFolder());
});
afterAll(() => drawn.remove());
afterEach(() => app?.close());

describe('dropping the folder of a card', () => {
  it('ends in the tables that the golden files hold, and no request leaves the app’s own origin', async () => {
    app = await launchApp();
    const { page, record } = app;
    // No score of these photos lies near these thresholds, so that a last digit cannot change a label.
    await page.evaluate(() =>
      window.fieldsift?.applySettings({ animal: '0.65', person: '0.6', vehicle: '0.5' }),
    );
    await dropFolders(page, [join(drawn.root, 'Drawn samples')]);
    expect(await finishRun(page)).toMatchObject({ total: sampleFolder().length, failed: 0, pending: 0 });

    for (const name of ['photos.csv', 'sequences.csv']) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: `Save ${name}` }).click();
      const text = await readFile(await (await download).path(), 'utf8');
      await expectGoldenTable(name, text);
    }
    expect(record.foreignRequests).toEqual([]);
    expect(record.consoleErrors).toEqual([]);
    expect(record.pageErrors).toEqual([]);
  });

  it('lists what could not be read, counts what is no photo, and sifts the rest', async () => {
    const root = join(drawn.root, 'Awkward');
    await mkdir(join(root, 'DCIM', '100MEDIA'), { recursive: true });
    await mkdir(join(root, '$RECYCLE.BIN'));
    const [plan] = sampleFolder();
    const photo = Buffer.from(plan?.render() ?? []);
    await writeFile(join(root, 'DCIM/100MEDIA/Åsa’s, "good" #1 %20.JPG'), photo);
    await writeFile(join(root, 'DCIM/100MEDIA/IMG_0002.JPG'), photo.subarray(0, photo.length / 2));
    await writeFile(join(root, 'DCIM/100MEDIA/IMG_0003.JPG'), '');
    await writeFile(join(root, 'DCIM/100MEDIA/IMG_0004.JPG'), 'this is a text');
    await writeFile(join(root, 'DCIM/100MEDIA/._IMG_0001.JPG'), 'resource fork');
    await writeFile(join(root, 'DCIM/100MEDIA/IMG_0005.HEIC'), 'heic');
    await writeFile(join(root, 'DCIM/100MEDIA/MOV_0006.MP4'), 'video');
    await writeFile(join(root, '$RECYCLE.BIN/IMG_0007.JPG'), photo);
    app = await launchApp();
    const { page } = app;
    await dropFolders(page, [root]);
    expect(await finishRun(page)).toMatchObject({ total: 4, done: 1, failed: 3 });

    const summary = await page.evaluate(() => window.fieldsift?.summary());
    expect(summary?.failures.map(({ path, code }) => [path.slice(-12), code])).toEqual([
      ['IMG_0002.JPG', 'truncated'],
      ['IMG_0003.JPG', 'empty-file'],
      ['IMG_0004.JPG', 'not-an-image'],
    ]);
    expect(summary?.otherFiles).toEqual({ HEIC: 1, video: 1 });
    const csv = await page.evaluate(() => window.fieldsift?.exportFile('photos.csv') ?? '');
    const rows = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
    expect(rows.find(({ status }) => status === 'done')).toMatchObject({
      path: 'Awkward/DCIM/100MEDIA/Åsa’s, "good" #1 %20.JPG',
      deployment: 'Awkward',
    });
    await page.getByText('3 photos could not be sifted').click();
    await page.getByText('The photo ends too early.').waitFor();
  });

  it('keeps two cards apart whose folders and files have the same names', async () => {
    const [first, second] = sampleFolder();
    for (const [card, plan] of [
      ['card 1', first],
      ['card 2', second],
    ] as const) {
      await mkdir(join(drawn.root, card, 'DCIM'), { recursive: true });
      await writeFile(join(drawn.root, card, 'DCIM/IMG_0001.JPG'), plan?.render() ?? '');
    }
    app = await launchApp();
    const { page } = app;
    await dropFolders(page, [join(drawn.root, 'card 1/DCIM')]);
    await finishRun(page);
    await dropFolders(page, [join(drawn.root, 'card 2/DCIM')]);
    await page.waitForFunction(() => window.fieldsift?.status().total === 2);
    await finishRun(page);
    const csv = await page.evaluate(() => window.fieldsift?.exportFile('photos.csv') ?? '');
    const rows = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
    expect(rows.map(({ deployment }) => deployment)).toEqual(['DCIM (2)', 'DCIM']);
    expect(new Set(rows.map(({ content_key: key }) => key)).size).toBe(2);

    await dropFolders(page, [join(drawn.root, 'card 1/DCIM')]);
    await page.waitForTimeout(500);
    expect(await finishRun(page)).toMatchObject({ total: 2 });
  });
});

describe('the drawn samples', () => {
  it('are sifted after one click, with results to look at', async () => {
    app = await launchApp();
    const { page } = app;
    await page.getByRole('button', { name: 'Try it with sample photos' }).click();
    expect(await finishRun(page)).toMatchObject({ total: sampleFolder().length, failed: 0 });
    await page.getByRole('button', { name: /^person \d+$/ }).click();
    await page.waitForFunction(() => location.hash === '#/?label=person');
    await page.getByRole('region', { name: 'Sequences' }).getByRole('button').first().click();
    const dialog = page.getByRole('dialog', { name: 'Photo' });
    await dialog.getByRole('group', { name: 'photo 1 of 3' }).waitFor();
    await page.keyboard.press('ArrowRight');
    await dialog.getByRole('group', { name: 'photo 2 of 3' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });
});
