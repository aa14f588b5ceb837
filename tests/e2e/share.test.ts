import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sampleFolder } from '../../src/core/drawn/sampleFolder.ts';
import { bareJpeg } from '../../src/core/share/bareJpeg.ts';
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

describe('copies that are safe to share', () => {
  it('go into a folder without anything of the originals but their pixels, and without anything that is held', async () => {
    app = await launchApp();
    const { page, record } = app;
    await dropFolders(page, [join(drawn.root, 'Drawn samples')]);
    await finishRun(page);
    await answerPicker(page);
    await page.getByRole('button', { name: 'Share copies…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Copies that are safe to share' });
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
});
