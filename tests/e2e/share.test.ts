import { createHash } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import jpeg from 'jpeg-js';
import Papa from 'papaparse';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleFolder } from '../../src/drawn/sampleFolder.ts';
import { bareJpeg } from '../../src/core/exchange/share/bareJpeg.ts';
import { dropFolders, launchApp, type AppWindow } from '../helpers/app.ts';
import { drawFolder, type DrawnFolder } from '../helpers/drawnFolder.ts';
import { finishRun } from '../helpers/run.ts';

interface Report {
  shared: number;
  failed: number;
  leftOut: { reason: string; photos: number }[];
  copies: { name: string; original: string; sha256: string }[];
  leftOutPhotos: { original: string; reason: string }[];
}

const plans = sampleFolder();
let drawn: DrawnFolder;
let app: AppWindow | undefined;

beforeAll(async () => {
  drawn = await drawFolder(plans);
});
afterAll(() => drawn.remove());
afterEach(() => app?.close());

/** No headless browser shows a picker: the person "chooses" a folder of the app's own. */
async function answerPicker(page: Page): Promise<void> {
  await page.evaluate(() => {
    const pick = async (): Promise<FileSystemDirectoryHandle> =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('chosen', { create: true });
    Object.assign(window, { showDirectoryPicker: pick });
  });
}

/** Every file in the chosen folder, in base64. */
function chosenFiles(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const files: Record<string, string> = {};
    const walk = async (folder: FileSystemDirectoryHandle, prefix: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle, `${prefix}${name}/`);
        else {
          const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
          files[prefix + name] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
        }
      }
    };
    await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('chosen'), '');
    return files;
  });
}

interface Box {
  class: string;
  score: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Boxes of what the machine calls a person, by path; only photos that have any. */
function peopleByPath(photosCsv: string): Map<string, Box[]> {
  const { data } = Papa.parse<Record<string, string>>(photosCsv, { header: true, skipEmptyLines: true });
  const people = new Map<string, Box[]>();
  for (const { path = '', detections = '', status } of data) {
    if (status !== 'done') continue;
    const boxes = JSON.parse(detections) as Box[];
    const own = boxes.filter(({ class: label, score }) => label === 'person' && score >= 0.5);
    if (own.length > 0) people.set(path, own);
  }
  return people;
}

/** Every file of a target, as scripts get it. */
async function readTarget(page: Page, target: string): Promise<Map<string, Buffer>> {
  const plan = await page.evaluate((name) => window.fieldsift?.prepareExport(name), target);
  const files = new Map<string, Buffer>();
  for (const path of plan?.paths ?? []) {
    const content = await page.evaluate((name) => window.fieldsift?.readExport(name), path);
    if (!content) throw new Error(`no ${path}`);
    const isText = 'text' in content;
    files.set(path, isText ? Buffer.from(content.text) : Buffer.from(content.base64, 'base64'));
  }
  return files;
}

/** Something of each original by which it could be recognised in a copy: its head, and a stretch of its coded pixels. */
async function originalPieces(): Promise<Buffer[]> {
  const pieces = await Promise.all(
    plans.map(async ({ path }) => {
      const bytes = await readFile(join(drawn.root, path));
      const middle = Math.floor(bytes.length / 2);
      return [bytes.subarray(2, 66), bytes.subarray(middle, middle + 64)];
    }),
  );
  return pieces.flat().filter(({ length }) => length === 64);
}

/** One JPEG with nothing but its pixels: no metadata, no second picture inside, no stretch of any original. */
function expectBare(bytes: Buffer, originals: readonly Buffer[]): void {
  expect(Buffer.compare(bareJpeg(new Uint8Array(bytes)), bytes)).toBe(0);
  expect(/Exif|ns\.adobe\.com|ICC_PROFILE|Photoshop|MakerNote/.test(bytes.toString('latin1'))).toBe(false);
  expect(bytes.indexOf(Buffer.from([0xff, 0xd8, 0xff]), 2)).toBe(-1);
  for (const piece of originals) expect(bytes.includes(piece)).toBe(false);
}

describe('copies to share', () => {
  it('go into a folder without anything of the originals but their pixels, and without anything that is held', async () => {
    app = await launchApp();
    const { page, record } = app;
    await dropFolders(page, [join(drawn.root, 'Drawn samples')]);
    await finishRun(page);
    await answerPicker(page);
    await page.getByRole('button', { name: 'Share copies…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Copies to share' });
    await dialog.getByText(/photos? to copy/).waitFor();
    await dialog.getByRole('button', { name: 'Into a folder…' }).click();
    await dialog
      .getByText(/cop(y|ies) made, with report\.json beside (it|them)/)
      .waitFor({ timeout: 60_000 });

    const files = await chosenFiles(page);
    const report = JSON.parse(Buffer.from(files['report.json'] ?? '', 'base64').toString()) as Report;
    expect(report.failed).toBe(0);
    expect(report.shared).toBeGreaterThan(0);
    expect(Object.keys(files)).toHaveLength(report.shared + 2);
    const known = new Set([...report.copies, ...report.leftOutPhotos].map(({ original }) => original));
    expect(known.size).toBe(plans.length);

    const originals = new Set<string>();
    for (const { path } of plans) {
      originals.add(
        createHash('sha256')
          .update(await readFile(join(drawn.root, path)))
          .digest('hex'),
      );
    }
    for (const { name, sha256 } of report.copies) {
      const bytes = Buffer.from(files[name] ?? '', 'base64');
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      expect(originals.has(sha256)).toBe(false);
      expect(/Exif\0|ns\.adobe\.com|ICC_PROFILE|Photoshop/.test(bytes.toString('latin1'))).toBe(false);
      expect(Buffer.compare(bareJpeg(new Uint8Array(bytes)), bytes)).toBe(0);
    }
    const sums = Buffer.from(files['SHA256SUMS'] ?? '', 'base64').toString();
    const last = createHash('sha256')
      .update(Buffer.from(files['report.json'] ?? '', 'base64'))
      .digest('hex');
    expect(sums.trimEnd().split('\n')).toHaveLength(report.shared + 1);
    expect(sums).toContain(`${last}  report.json`);

    // The drawn folder shows people: what the gate holds stays behind.
    const withPeople = plans.filter(({ boxes }) => boxes.some(({ label }) => label === 'person'));
    const held = report.leftOutPhotos.filter(({ reason }) => reason === 'held');
    expect(held.length).toBeGreaterThan(0);
    const copied = new Set(report.copies.map(({ original }) => original));
    expect(withPeople.filter(({ path }) => copied.has(path)).map(({ path }) => path)).toEqual([]);
    expect(record.consoleErrors).toEqual([]);
  });

  it('cover people with one colour in every target with pictures, and hold nothing else of the originals', async () => {
    app = await launchApp();
    const { page, record } = app;
    await dropFolders(page, [join(drawn.root, 'Drawn samples')]);
    await finishRun(page);
    // Everything passes the gate: what the machine calls a person must be covered all the same.
    await page.evaluate(() => window.fieldsift?.applySettings({ 'gate.person': '1' }));
    const people = peopleByPath(await page.evaluate(() => window.fieldsift?.exportFile('photos.csv') ?? ''));
    const share = await readTarget(page, 'share');
    const report = JSON.parse(share.get('share/report.json')?.toString() ?? '{}') as Report;
    expect(report.failed).toBe(0);
    const withPeople = report.copies.filter(({ original }) => (people.get(original) ?? []).length > 0);
    expect(withPeople.length).toBeGreaterThan(0);
    const originals = await originalPieces();
    for (const { name, original } of report.copies) {
      const bytes = share.get(`share/${name}`) ?? Buffer.alloc(0);
      expectBare(bytes, originals);
      const { width, height, data } = jpeg.decode(bytes, { formatAsRGBA: true });
      for (const box of people.get(original) ?? []) {
        const colours = new Set<number>();
        for (let y = Math.ceil(box.y * height); y < Math.floor((box.y + box.height) * height); y += 1) {
          for (let x = Math.ceil(box.x * width); x < Math.floor((box.x + box.width) * width); x += 1)
            colours.add(data.readUIntBE(4 * (y * width + x), 3));
        }
        expect(colours.size, original).toBe(1);
      }
    }
    // Where people are not asked for, no other target shows them at all.
    const paths = await page.evaluate(() => window.fieldsift?.exportFile('sequences.csv') ?? '');
    expect(paths).toContain('person');
    const gallery = (await readTarget(page, 'gallery')).get('gallery.html')?.toString() ?? '';
    const pictures = [...gallery.matchAll(/src="data:image\/jpeg;base64,([^"]*)"/g)];
    expect(pictures.length).toBeGreaterThan(0);
    for (const [, base64 = ''] of pictures) expectBare(Buffer.from(base64, 'base64'), originals);
    for (const path of people.keys()) expect(gallery).not.toContain(`, ${path}"`);
    for (const [path, bytes] of await readTarget(page, 'zooniverse')) {
      if (!path.endsWith('.jpg')) continue;
      expect(bytes.length).toBeLessThanOrEqual(1_048_576);
      expectBare(bytes, originals);
    }
    expect(record.consoleErrors).toEqual([]);
  });

  it('whose folder is taken away say so, and what to do, and leave no picture that is cut short', async () => {
    app = await launchApp();
    const { page } = app;
    const away = await drawFolder(plans.slice(0, 6));
    const folder = join(away.root, 'Drawn samples');
    await dropFolders(page, [folder]);
    await finishRun(page);
    await answerPicker(page);
    await page.getByRole('button', { name: 'Share copies…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Copies to share' });
    await rename(folder, `${folder} elsewhere`);
    await dialog.getByRole('button', { name: 'Into a folder…' }).click();
    await dialog.getByText(/the folder with the photos is gone\. Open it again/).waitFor();
    const files = await chosenFiles(page);
    expect(Object.keys(files).filter((name) => name.endsWith('.jpg'))).toEqual([]);
    const report = JSON.parse(Buffer.from(files['report.json'] ?? '', 'base64').toString()) as Report;
    expect(report.shared).toBe(0);
    expect(report.failed).toBeGreaterThan(0);
    await away.remove();
  });
});
