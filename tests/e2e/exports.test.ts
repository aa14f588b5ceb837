import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleFolder } from '../../src/drawn/sampleFolder.ts';
import { dropFolders, launchApp, type AppWindow } from '../helpers/app.ts';
import { violations } from '../helpers/axe.ts';
import { drawFolder, type DrawnFolder } from '../helpers/drawnFolder.ts';
import { finishRun } from '../helpers/run.ts';

let drawn: DrawnFolder;
let app: AppWindow | undefined;

beforeAll(async () => {
  drawn = await drawFolder(sampleFolder());
});
afterAll(() => drawn.remove());
afterEach(() => app?.close());

const shots = process.env['FIELDSIFT_SHOTS'];

async function picture(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: join(shots, `${name}.png`) });
}

async function sifted(viewport = { width: 1280, height: 800 }): Promise<AppWindow> {
  const opened = await launchApp({ viewport });
  await dropFolders(opened.page, [join(drawn.root, 'Drawn samples')]);
  await finishRun(opened.page);
  // Nobody can answer a picker here: without one, files are downloaded.
  await opened.page.evaluate(() => {
    Reflect.deleteProperty(window, 'showSaveFilePicker');
    Reflect.deleteProperty(Window.prototype, 'showSaveFilePicker');
  });
  return opened;
}

async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('region', { name: 'The first lines' }).waitFor();
  return dialog;
}

/** What is downloaded when a button is pressed. */
async function saved(page: Page, dialog: Locator, button: string): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: button }).click();
  const path = await (await download).path();
  return readFile(path);
}

async function choose(dialog: Locator, name: string): Promise<void> {
  await dialog.getByRole('radio', { name: new RegExp(`^${name}`) }).check();
  await dialog.getByText('Getting it ready…').waitFor({ state: 'hidden' });
}

describe('the export dialog', () => {
  it('shows what will be saved and what will not, and saves it to where somebody says', async () => {
    app = await sifted();
    const { page, record } = app;
    const dialog = await openDialog(page);
    expect(await dialog.getByRole('columnheader', { name: 'path', exact: true }).count()).toBe(1);
    await picture(page, 'export-tables');

    // Several files: a zip.
    await dialog.getByLabel('MD5 and SHA-256').selectOption('yes');
    const zip = unzipSync(new Uint8Array(await saved(page, dialog, 'Save as a zip…')));
    expect(Object.keys(zip).sort()).toEqual([
      'deployments.csv',
      'detections.csv',
      'events.csv',
      'photos.csv',
      'sequences.csv',
    ]);
    const photos = Papa.parse<Record<string, string>>(Buffer.from(zip['photos.csv'] ?? []).toString(), {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect(photos).toHaveLength(sampleFolder().length);
    for (const { path = '', md5, sha256 } of photos) {
      const bytes = await readFile(join(drawn.root, path));
      expect(md5).toBe(createHash('md5').update(bytes).digest('hex'));
      expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
    await dialog.getByText('5 files saved').waitFor();

    // One file: as it is, after the format's own rules were asked.
    await choose(dialog, 'MegaDetector results');
    await dialog.getByText('nothing to complain of').waitFor();
    const results = JSON.parse((await saved(page, dialog, 'Save…')).toString()) as { images: unknown[] };
    expect(results.images).toHaveLength(photos.length);

    // What cannot be written says what to do about it.
    await choose(dialog, 'Camtrap DP');
    await dialog.getByText(/Give latitude and longitude in the table of stations/).waitFor();
    expect(await dialog.getByRole('button', { name: 'Save…' }).isDisabled()).toBe(true);
    await picture(page, 'export-refused');

    await choose(dialog, 'Zooniverse');
    await dialog.getByText(/held by the people gate/).waitFor();
    await dialog.getByLabel('Most photos of one subject').fill('1');
    await dialog.getByLabel('Most photos of one subject').press('Tab');
    await dialog.getByText('beyond the most of one subject').waitFor();
    await picture(page, 'export-zooniverse');

    await choose(dialog, 'Copies to share');
    await dialog.getByLabel('Number the copies').check();
    await dialog.getByText('Getting it ready…').waitFor({ state: 'hidden' });
    await picture(page, 'export-share');
    expect(record.consoleErrors).toEqual([]);
  });

  it('says what a person needs to know of an export without rows, a closed picker and a full disk', async () => {
    app = await launchApp();
    const { page, record } = app;
    const place = await mkdtemp(join(tmpdir(), 'fieldsift-unread-'));
    await writeFile(join(place, '1.jpg'), 'no picture');
    await dropFolders(page, [place]);
    await finishRun(page);
    await rm(place, { recursive: true });
    const dialog = await openDialog(page);
    await choose(dialog, 'camtrapR records');
    await dialog.getByText('No rows yet.').waitFor();
    await choose(dialog, 'MegaDetector results');
    await page.evaluate(() => {
      const closed = () => Promise.reject(new DOMException('closed', 'AbortError'));
      const chosen = async (): Promise<FileSystemFileHandle> =>
        (await navigator.storage.getDirectory()).getFileHandle('chosen.json', { create: true });
      let asked = 0;
      Object.assign(window, { showSaveFilePicker: () => (asked++ === 0 ? closed() : chosen()) });
    });
    const save = dialog.getByRole('button', { name: 'Save…' });
    await save.click();
    // Nothing was asked for, so nothing is told.
    expect(await dialog.getByRole('status').first().innerText()).toBe('');
    const session = await page.context().newCDPSession(page);
    const origin = await page.evaluate(() => location.origin);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 });
    await save.click();
    await dialog.getByText('The disk is full').waitFor();
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await save.click();
    await dialog.getByText('1 file saved: chosen.json.').waitFor();
    expect([...record.pageErrors, ...record.consoleErrors]).toEqual([]);
  });

  it('writes into a folder that somebody chose', async () => {
    app = await sifted();
    const { page, record } = app;
    await page.evaluate(() => {
      const pick = async (): Promise<FileSystemDirectoryHandle> =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('exports', { create: true });
      Object.assign(window, { showDirectoryPicker: pick });
    });
    const dialog = await openDialog(page);
    await choose(dialog, 'Sorting lists');
    await dialog.getByRole('button', { name: 'Into a folder…' }).click();
    await dialog.getByText('3 files saved: exports.').waitFor();
    const written = await page.evaluate(async () => {
      const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('exports');
      const folder = await root.getDirectoryHandle('sorting-lists');
      const files: Record<string, string> = {};
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'file') files[name] = await (await handle.getFile()).text();
      }
      return files;
    });
    expect(Object.keys(written).sort()).toEqual(['copy.ps1', 'copy.sh', 'list.csv']);
    expect(written['list.csv']?.trim().split('\r\n')).toHaveLength(sampleFolder().length + 1);
    expect(written['copy.sh']).not.toMatch(/\b(rm|mv)\b/);
    expect(record.consoleErrors).toEqual([]);
  });

  it('is used by keyboard, in Spanish and on a phone', async () => {
    app = await sifted({ width: 390, height: 844 });
    const { page, record } = app;
    await page.evaluate(() => localStorage.setItem('fieldsift.language', 'es'));
    await page.reload();
    await page.evaluate(() => window.fieldsift?.ready);
    const button = page.getByRole('button', { name: 'Exportar…' });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Exportar' });
    await dialog.getByRole('region', { name: 'Las primeras líneas' }).waitFor();
    for (const name of ['Tablas', 'Resultados de MegaDetector', 'Predicciones de SpeciesNet']) {
      const radio = dialog.getByRole('radio', { name: new RegExp(`^${name}`) }).first();
      if (name === 'Tablas') await radio.focus();
      else await page.keyboard.press('ArrowDown');
      await dialog.getByText('Preparando…').waitFor({ state: 'hidden' });
      expect(await radio.isChecked(), name).toBe(true);
      expect(await violations(page), name).toEqual([]);
    }
    await picture(page, 'export-phone');
    const wide = await page.evaluate(() => {
      const box = document.querySelector('dialog[open]');
      return box ? box.scrollWidth - box.clientWidth : -1;
    });
    expect(wide, 'nothing is wider than the dialog').toBe(0);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(record.consoleErrors).toEqual([]);
  });
});

describe('the word about work that lies in this browser alone', () => {
  it('comes after days of unsaved reviews, and goes when the project is saved', async () => {
    app = await sifted();
    const { page, record } = app;
    const reminder = page.getByRole('complementary', { name: 'Save the project…' });
    const review = async (): Promise<void> => {
      await page.getByRole('button', { name: /^Review \d/ }).click();
      await page.getByRole('dialog', { name: 'Photo' }).locator('.pixels img').waitFor();
      await page.keyboard.press('b');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name: 'Photo' }).waitFor({ state: 'hidden' });
    };
    await review();
    expect(await reminder.count()).toBe(0);
    await page.clock.setSystemTime(Date.now() + 8 * 86_400_000);
    await review();
    await reminder.getByText('2 reviews lie in this browser alone').waitFor();
    expect(await violations(page)).toEqual([]);
    await picture(page, 'backup');
    const project = (await saved(page, page.locator('main'), 'Save the project…')).toString();
    expect(project.match(/"observations"/g)?.length).toBeGreaterThanOrEqual(2);
    await reminder.waitFor({ state: 'hidden' });
    expect(record.consoleErrors).toEqual([]);
  });
});
