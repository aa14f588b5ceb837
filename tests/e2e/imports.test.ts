import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleFolder } from '../../src/drawn/sampleFolder.ts';
import { dropFolders, launchApp, type AppWindow } from '../helpers/app.ts';
import { violations } from '../helpers/axe.ts';
import { drawFolder, type DrawnFolder } from '../helpers/drawnFolder.ts';
import { finishRun } from '../helpers/run.ts';

const plans = sampleFolder().slice(0, 6);
const paths = plans.map(({ path }) => path);
let drawn: DrawnFolder;
let files: string;
let app: AppWindow | undefined;

beforeAll(async () => {
  drawn = await drawFolder(plans);
});
beforeEach(async () => {
  files = await mkdtemp(join(tmpdir(), 'fieldsift-imports-'));
});
afterAll(() => drawn.remove());
afterEach(async () => {
  await app?.close();
  await rm(files, { recursive: true, force: true });
});

async function sifted(options: Parameters<typeof launchApp>[0] = {}): Promise<AppWindow> {
  app = await launchApp(options);
  await dropFolders(app.page, [join(drawn.root, 'Drawn samples')]);
  await finishRun(app.page);
  return app;
}

async function file(name: string, content: string): Promise<string> {
  const path = join(files, name);
  await writeFile(path, content);
  return path;
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.waitForFunction(() => window.fieldsift !== undefined);
  await page.evaluate(() => window.fieldsift?.ready);
}

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Import' });
const table = (page: Page): Promise<string> =>
  page.evaluate(() => window.fieldsift?.exportFile('photos.csv') ?? '');
const summary = (page: Page) => page.evaluate(() => window.fieldsift?.summary());

/** Results that say person of one photo, and nothing of the others; the last one is not among them. */
const results = JSON.stringify({
  info: { format_version: '1.5', detector: 'md_v5a.0.1.pt' },
  detection_categories: { '1': 'animal', '2': 'person', '3': 'vehicle' },
  images: [
    ...paths.slice(0, -1).map((path, index) => ({
      file: `C:\\Users\\Ada\\${path.replaceAll('/', '\\')}`,
      detections: index === 0 ? [{ category: '2', conf: 0.91, bbox: [0.1, 0.1, 0.2, 0.5] }] : [],
    })),
    { file: 'elsewhere/other.jpg', detections: [] },
    { file: 'elsewhere/broken.jpg', detections: null, failure: 'Failure image access' },
  ],
});

describe('results of another program', () => {
  it('are one more model: looked through, kept, used, still there after a reload, and removed', async () => {
    const { page, record } = await sifted();
    await dropFolders(page, [await file('results.json', results)]);
    const dialog = dialogOf(page);
    await dialog.getByText('5 of 6 photos in the file are in this survey.').waitFor();
    await dialog.getByText('It failed at 1 photo').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Import results' }).click();
    await dialog.getByText('md_v5a.0.1.pt: results of 5 photos kept.').waitFor();
    await dialog.getByText('1 name without a photo here').click();
    await dialog.getByText('elsewhere/other.jpg').waitFor();
    await dialog.getByRole('button', { name: 'Use these results' }).click();
    await dialog.getByText('These results are in use.').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();

    const of = async () => (await summary(page))?.byLabel;
    await expect.poll(of).toEqual({ person: 1, blank: 4 });
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect
      .poll(async () => (await summary(page))?.failures, { timeout: 30_000 })
      .toMatchObject([{ path: paths.at(-1), code: 'not-in-results' }]);
    await reload(page);
    expect(await of()).toEqual({ person: 1, blank: 4 });
    expect((await summary(page))?.model.id).toBe('imported.md_v5a.0.1.pt');

    await page.getByRole('link', { name: 'Models' }).click();
    const card = page.getByRole('article', { name: 'md_v5a.0.1.pt' });
    await card.getByText('Results only').waitFor();
    await card.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await card.waitFor({ state: 'detached' });
    expect((await summary(page))?.model.id).toBe('lookout');
    expect([...record.pageErrors, ...record.consoleErrors, ...record.foreignRequests]).toEqual([]);
  });
});

describe('a table of labels', () => {
  it('is read by the columns that a person chooses, and becomes reviews in their names', async () => {
    const { page } = await sifted({ viewport: { width: 390, height: 844 } });
    const lines = [
      'Bild;Notiz;Beobachtung;Wer',
      `${paths[0]};x;Rotfuchs;J\u00f6rg`,
      `${paths[1]};y;;Ada`,
      'no.jpg;z;emtpy;Ada',
    ];
    const path = join(files, 'labels.csv');
    await writeFile(path, Buffer.from(lines.join('\r\n'), 'latin1'));
    await dropFolders(page, [path]);
    const dialog = dialogOf(page);
    await dialog.getByText('Choose the column that says what is in them.').waitFor();
    await dialog.getByLabel('What is in the photo').selectOption('Beobachtung');
    await dialog.getByLabel('Who said so').selectOption('Wer');
    await dialog.getByText('1 of 2 photos in the file is in this survey. 1 label to add.').waitFor();
    await dialog.getByText('1 row without anything to use').waitFor();
    await dialog.getByText('“emtpy”: did you mean “empty”? (1 photo)').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await dialog.getByRole('button', { name: 'Import labels' }).click();
    await dialog.getByText('1 label added.').waitFor();
    const row = (await table(page)).split('\r\n').find((line) => line.includes('Rotfuchs'));
    expect(row).toContain('J\u00f6rg');
  });
});

describe('what cannot be taken in', () => {
  it('is refused, each with its reason', async () => {
    const { page } = await sifted();
    await dropFolders(page, [
      await file('empty.json', ''),
      await file('half.json', results.slice(0, 200)),
      await file('coco.json', '{"images": [{"file_name": "a"}], "annotations": [], "categories": []}'),
      await file('list.fieldsift', 'hello'),
      await file('book.xlsx', 'PK\u0003\u0004'),
    ]);
    const dialog = dialogOf(page);
    for (const text of [
      '0 bytes',
      'ends too early',
      'COCO file',
      'no project file',
      'Save the sheet as CSV',
    ]) {
      await dialog.getByText(text).waitFor();
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});

describe('a table of stations', () => {
  it('gives the folders their places and their clocks an offset', async () => {
    const { page } = await sifted();
    const text = 'station,lat,long,timezone\nridge trail,"46,5","8,4",UTC+2\nnowhere,1,2,\n';
    await dropFolders(page, [await file('stations.csv', text)]);
    const dialog = dialogOf(page);
    await dialog
      .getByText('Stations and coordinates of 1 folder of this survey. Offsets from UTC of 1 clock.')
      .waitFor();
    await dialog.getByRole('button', { name: 'Import stations' }).click();
    await dialog.getByText('Places of 1 folder set.').waitFor();
    const settings = (await summary(page))?.settings as Record<string, string>;
    expect(settings['stations']).toContain('46.5');
    expect(settings['clock.Drawn samples/Ridge trail.zone']).toBe('+02:00');
  });
});

describe('a project file', () => {
  it('starts the survey on another laptop before its photos are there, which come when the folder is dropped', async () => {
    const first = await sifted();
    await dropFolders(first.page, [await file('results.json', results)]);
    await dialogOf(first.page).getByRole('button', { name: 'Import results' }).click();
    await dialogOf(first.page).getByRole('button', { name: 'Use these results' }).click();
    await dialogOf(first.page).getByText('in use').waitFor();
    await expect.poll(async () => (await summary(first.page))?.byLabel).toEqual({ person: 1, blank: 4 });
    await first.page.evaluate(() => window.fieldsift?.applySettings({ gap: '30' }));
    const project = await first.page.evaluate(async () => {
      await window.fieldsift?.prepareExport('project');
      const content = await window.fieldsift?.readExport('project.fieldsift');
      return content && 'text' in content ? content.text : JSON.stringify(content);
    });
    const before = await summary(first.page);
    await first.close();

    app = await launchApp();
    const { page, record } = app;
    const path = await file('season.fieldsift', project);
    await dropFolders(page, [path]);
    const dialog = dialogOf(page);
    await dialog.getByText('6 photos are not on this laptop yet').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Open project' }).click();
    await dialog.getByText(/^Added: 6 photos, \d+ machine results,? and \d+ settings?\.$/).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByText('Photos of these folders are on another laptop.').waitFor();
    await expect.poll(async () => (await summary(page))?.byLabel).toEqual({ person: 1, blank: 4 });
    const after = await summary(page);
    expect(after?.model).toEqual(before?.model);
    expect(after?.settings).toEqual(before?.settings);

    await dropFolders(page, [join(drawn.root, 'Drawn samples')]);
    await page
      .getByText('Photos of these folders are on another laptop.')
      .waitFor({ state: 'detached', timeout: 30_000 });
    await finishRun(page);
    expect((await summary(page))?.byLabel).toEqual(before?.byLabel);
    await page.locator('main img').first().waitFor();

    await page.evaluate(() => window.fieldsift?.applySettings({ gap: '45' }));
    await dropFolders(page, [path]);
    await dialog.getByText('It is merged into').waitFor();
    await dialog.getByText('not on this laptop').waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: 'Open project' }).click();
    await dialog.getByText('Nothing was added.').waitFor();
    await dialog.getByText(/^Here before: 6 photos, \d+ machine results/).waitFor();
    await dialog.getByText('1 thing on which both sides differ').click();
    await dialog.getByRole('row', { name: 'gapSeconds 45 30' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect([...record.pageErrors, ...record.consoleErrors]).toEqual([]);
  });
});
