import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DoorStatus } from '../../src/app/script/machineDoor.ts';
import { largeFolder } from '../../src/drawn/largeFolder.ts';
import { dropFolders, launchApp, type AppWindow } from '../helpers/app.ts';
import { drawFolder, type DrawnFolder } from '../helpers/drawnFolder.ts';
import { killBrowser } from '../../scripts/browser/killBrowser.ts';
import { finishRun, untilDone, untilTaken } from '../helpers/run.ts';

const count = 60;
let drawn: DrawnFolder;
let folder: string;
let app: AppWindow | undefined;

beforeAll(async () => {
  drawn = await drawFolder(largeFolder({ count, seed: 7, width: 640, height: 480, deployments: 2 }));
  folder = join(drawn.root, 'Drawn photos');
});
afterAll(() => drawn.remove());
afterEach(() => app?.close());

async function photosCsv({ page }: AppWindow): Promise<string> {
  return page.evaluate(() => window.fieldsift?.exportFile('photos.csv') ?? '');
}

describe('a run that is cut off', () => {
  it('goes on where it was after a reload, when the folder is dropped again', async () => {
    app = await launchApp();
    const { page } = app;
    await dropFolders(page, [folder]);
    await untilDone(page, 10);
    await page.reload();
    await page.waitForFunction(() => window.fieldsift !== undefined);
    await page.evaluate(() => window.fieldsift?.ready);
    const before = await page.evaluate(() => window.fieldsift?.status());
    expect(before?.total).toBe(count);
    expect(before?.done).toBeGreaterThanOrEqual(10);
    await dropFolders(page, [folder]);
    await untilTaken(page);
    expect(await finishRun(page)).toMatchObject({ total: count, done: count, failed: 0 });
    const resumed = await photosCsv(app);
    await app.close();

    app = await launchApp();
    await dropFolders(app.page, [folder]);
    await finishRun(app.page);
    expect(resumed).toBe(await photosCsv(app));
  });

  it('goes on by itself where the browser may still read the folder', async () => {
    app = await launchApp();
    const { page } = app;
    await page.getByRole('button', { name: 'Try it with sample photos' }).click();
    await untilDone(page, 3);
    await page.reload();
    await page.waitForFunction(() => window.fieldsift !== undefined);
    expect(await finishRun(page)).toMatchObject({ pending: 0, failed: 0 });
  });

  it('loses nothing when the browser is killed', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'fieldsift-killed-'));
    try {
      app = await launchApp({ profile });
      const { port } = app.server;
      await dropFolders(app.page, [folder]);
      await untilDone(app.page, 10);
      await killBrowser(app);
      app = await launchApp({ profile, port });
      const before = await app.page.evaluate(() => window.fieldsift?.status());
      expect(before?.done).toBeGreaterThanOrEqual(10);
      await dropFolders(app.page, [folder]);
      await untilTaken(app.page);
      expect(await finishRun(app.page)).toMatchObject({ total: count, done: count, failed: 0 });
    } finally {
      await app?.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });

  it('stands still while paused, and a cancelled run can be taken up again', async () => {
    app = await launchApp();
    const { page } = app;
    const status = (): Promise<DoorStatus | undefined> => page.evaluate(() => window.fieldsift?.status());
    await dropFolders(page, [folder]);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('heading', { name: 'Paused' }).waitFor();
    await page.waitForTimeout(5000); // the photos in hand are finished and stored
    const paused = await status();
    await page.waitForTimeout(2000);
    expect(await status()).toEqual(paused);
    expect(paused?.pending).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: 'Cancelled' }).waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await finishRun(page)).toMatchObject({ total: count, done: count });
  });
});

describe('photos that were sifted before', () => {
  it('are recognised in another folder under another name, and not inferred again', async () => {
    app = await launchApp();
    const { page } = app;
    await dropFolders(page, [folder]);
    await finishRun(page);
    const moved = join(drawn.root, 'Moved');
    await rename(folder, moved);
    try {
      await page.getByRole('button', { name: 'Start over…' }).click();
      await page.getByRole('button', { name: 'Start over', exact: true }).click();
      await dropFolders(page, [moved]);
      expect(await finishRun(page)).toMatchObject({ total: count, done: count, known: count });
    } finally {
      await rename(moved, folder);
    }
  });
});
