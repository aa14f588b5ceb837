import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleFolder } from '../../src/drawn/sampleFolder.ts';
import { dropFolders, launchApp, type AppWindow, type AppWindowOptions } from '../helpers/app.ts';
import { violations } from '../helpers/axe.ts';
import { drawFolder, type DrawnFolder } from '../helpers/drawnFolder.ts';
import { finishRun } from '../helpers/run.ts';

let drawn: DrawnFolder;
let app: AppWindow | undefined;

beforeAll(async () => {
  mkdirSync('out', { recursive: true });
  drawn = await drawFolder(sampleFolder());
});
afterAll(() => drawn.remove());
afterEach(() => app?.close());

async function sifted(
  viewport?: { width: number; height: number },
  options: AppWindowOptions = {},
): Promise<AppWindow> {
  const opened = await launchApp(options);
  if (viewport) await opened.page.setViewportSize(viewport);
  await dropFolders(opened.page, [join(drawn.root, 'Drawn samples')]);
  await finishRun(opened.page);
  return opened;
}

async function openShare(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Share copies…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Copies to share' });
  await dialog.locator('[data-tile] img').first().waitFor();
  return dialog;
}

/** Paths by what the people gate says. */
async function gates(page: Page): Promise<Map<string, string>> {
  const text = await page.evaluate(() => window.fieldsift?.exportFile('photos.csv') ?? '');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return new Map(data.map(({ path = '', gate = '' }) => [path, gate]));
}

interface Chosen {
  names: string[];
  report: { copies: { name: string; original: string; failure?: string }[] };
}

/** What lies in the folder that the person "chose", which is one of the app's own. */
function chosen(page: Page): Promise<Chosen> {
  return page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('chosen');
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    const file = await (await folder.getFileHandle('report.json')).getFile();
    return { names, report: JSON.parse(await file.text()) as Chosen['report'] };
  });
}

describe('what would leave is seen first', () => {
  it('with one key a photo is held back while the copies are made, and it is not among them', async () => {
    // High enough for all tiles: those out of sight are not in the page.
    app = await sifted({ width: 1280, height: 2400 });
    const { page, record } = app;
    // The second copy waits in the middle of the run until somebody has looked.
    await page.evaluate(() => {
      const pick = async (): Promise<FileSystemDirectoryHandle> =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('chosen', { create: true });
      const goOn = new Promise((resolve) => Object.assign(window, { goOn: resolve }));
      // eslint-disable-next-line @typescript-eslint/unbound-method -- called on each handle below
      const create = FileSystemFileHandle.prototype.createWritable;
      let asked = 0;
      FileSystemFileHandle.prototype.createWritable = async function (
        this: FileSystemFileHandle,
        ...options
      ) {
        asked += 1;
        if (asked === 2) await goOn;
        return create.apply(this, options);
      };
      Object.assign(window, { showDirectoryPicker: pick });
    });
    const dialog = await openShare(page);
    await dialog.getByText('is not measured yet').waitFor();
    const first = await dialog.locator('[data-tile]').first().getAttribute('aria-label');
    expect(first).toMatch(/person [\d.]+ ?%/);
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: 'out/sheet-light.png' });
    await dialog.getByRole('button', { name: 'Into a folder…' }).click();
    await dialog.getByText(/Copying 1 of/).waitFor();
    const written = await page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('chosen');
      // The second has its name already, and nothing in it.
      for await (const [name, handle] of folder.entries()) {
        const size = handle.kind === 'file' ? (await handle.getFile()).size : 0;
        if (size > 0) return name.replace(/(-\d+)?\.jpg$/, '');
      }
      return '';
    });
    const tile = dialog.locator(`[data-tile*="/${written}."]`).first();
    await tile.focus();
    await page.keyboard.press('h');
    await dialog.getByText('Held back:').waitFor();
    await page.screenshot({ path: 'out/sheet-held.png' });
    await page.evaluate(() => (window as unknown as { goOn: () => void }).goOn());
    await dialog.getByText(/made, with report\.json beside/).waitFor({ timeout: 60_000 });
    const { names, report } = await chosen(page);
    const now = await gates(page);
    const held = report.copies.filter(({ original }) => now.get(original) === 'held');
    expect(held.length).toBeGreaterThan(0);
    for (const { name, failure } of held) {
      expect(names).not.toContain(name);
      expect(failure).toMatch(/Held back/);
    }
    expect(names).toHaveLength(report.copies.length - held.length + 2);
    // And it is undone as easily.
    await tile.focus();
    await page.keyboard.press('Control+z');
    await dialog.getByText('it may leave again').waitFor();
    expect([...(await gates(page)).values()].filter((gate) => gate === 'held').length).toBeLessThan(
      [...now.values()].filter((gate) => gate === 'held').length,
    );
    expect([...record.pageErrors, ...record.consoleErrors]).toEqual([]);
  });

  it('holds and undoes with keys also after a click beside everything', async () => {
    app = await sifted();
    const { page } = app;
    const dialog = await openShare(page);
    await dialog.locator('[data-tile]').first().waitFor();
    await dialog.getByRole('heading', { name: 'Copies to share' }).click();
    await page.keyboard.press('h');
    await dialog.getByText('Held back:').waitFor();
    await page.keyboard.press('Control+z');
    await dialog.getByText('it may leave again').waitFor();
  });

  it('a hold in another tab counts from the next picture on', async () => {
    app = await sifted();
    const { page } = app;
    const plan = await page.evaluate(() => window.fieldsift?.prepareExport('share'));
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.evaluate(() => window.fieldsift?.ready);
    const dialog = await openShare(other);
    const tile = dialog.locator('[data-tile]').first();
    const id = (await tile.getAttribute('data-tile')) ?? '';
    await tile.focus();
    await other.keyboard.press('h');
    await dialog.getByText('Held back:').waitFor();
    const stem = id.slice(id.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
    const path = plan?.paths.find((each) => each.endsWith(`/${stem}.jpg`)) ?? '';
    const read = page.evaluate((name) => window.fieldsift?.readExport(name), path);
    await expect(read).rejects.toThrow(/Held back/);
    await other.close();
  });

  it('large, with its covers and the check by eye, on a phone and in the dark', async () => {
    app = await sifted({ width: 390, height: 844 });
    const { page, record } = app;
    await page.emulateMedia({ colorScheme: 'dark' });
    const dialog = await openShare(page);
    await page.screenshot({ path: 'out/sheet-phone-dark.png' });
    await dialog.locator('[data-tile]').first().press('Enter');
    await dialog.getByRole('group', { name: 'Photo' }).locator('img').waitFor();
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowRight');
    await page.screenshot({ path: 'out/sheet-photo.png' });
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Check a sample…' }).click();
    const looking = dialog.getByRole('group', { name: 'Is there a person in any of them?' });
    await looking.locator('img').first().waitFor();
    await looking.focus();
    await page.keyboard.press('n');
    await dialog.getByText(/0 of 1 clear sequences that were checked/).waitFor();
    await page.screenshot({ path: 'out/sheet-check.png' });
    expect(await violations(page)).toEqual([]);
    const wide = await dialog.evaluate((box) => box.scrollWidth - box.clientWidth);
    expect(wide, 'nothing is wider than the dialog').toBe(0);
    expect([...record.pageErrors, ...record.consoleErrors]).toEqual([]);
  });
});

describe('the second day', () => {
  it('asks for the folder again before copies are made, and where whole photos are looked at', async () => {
    // A browser of its own forgets at a reload that a folder may be read, as a person's does over night.
    app = await sifted(undefined, { browserArguments: [] });
    const { page, record } = app;
    await page.reload();
    await page.evaluate(() => window.fieldsift?.ready);
    const dialog = await openShare(page);
    await dialog.getByText('no copy can be made').waitFor();
    await dialog.getByRole('button', { name: 'Open the folder again' }).waitFor();
    expect(await dialog.getByRole('button', { name: 'As a zip…' }).isDisabled()).toBe(true);
    expect(await dialog.getByRole('button', { name: 'Into a folder…' }).isDisabled()).toBe(true);
    await page.screenshot({ path: 'out/second-day.png' });
    const plan = await page.evaluate(() => window.fieldsift?.prepareExport('share'));
    expect(plan?.refusals.join()).toMatch(/folder with the photos is not open/);
    await page.keyboard.press('Escape');
    await page.locator('[data-stack]').first().press('Enter');
    await page.getByRole('note').getByText('Small previews').waitFor();
    await page.screenshot({ path: 'out/second-day-table.png' });
    await page.keyboard.press('Escape');
    await dropFolders(page, [join(drawn.root, 'Drawn samples')]);
    await finishRun(page);
    const again = await openShare(page);
    await again.getByText('no copy can be made').waitFor({ state: 'hidden' });
    expect(await again.getByRole('button', { name: 'As a zip…' }).isDisabled()).toBe(false);
    expect([...record.pageErrors, ...record.consoleErrors]).toEqual([]);
  });
});
