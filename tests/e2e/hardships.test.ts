import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { largeFolder } from '../../src/drawn/largeFolder.ts';
import { dropFolders, launchApp, launchSifted, type AppWindow } from '../helpers/app.ts';
import { drawFolder, type DrawnFolder } from '../helpers/drawnFolder.ts';
import { finishRun, untilDone } from '../helpers/run.ts';

/** Enough that the run is still going when the hardship comes, also on a quick machine. */
const count = 240;
let drawn: DrawnFolder;
let folder: string;
let app: AppWindow | undefined;
let profile: string | undefined;

beforeAll(async () => {
  drawn = await drawFolder(largeFolder({ count, seed: 9, width: 640, height: 480, deployments: 1 }));
  folder = join(drawn.root, 'Drawn photos');
});
afterAll(() => drawn.remove());
afterEach(async () => {
  await app?.close();
  if (profile !== undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  profile = undefined;
});

function photosTable({ page }: AppWindow): Promise<string> {
  return page.evaluate(() => window.fieldsift?.exportFile('photos.csv') ?? '');
}

describe('a worker that dies', () => {
  it('is replaced, and no photo is lost, counted twice or answered in another way', async () => {
    app = await launchApp();
    const { page } = app;
    await dropFolders(page, [folder]);
    await untilDone(page, 5);
    const [worker] = page.workers().filter((one) => one.url().includes('sift'));
    await worker?.evaluate(() => {
      setTimeout(() => {
        throw new Error('planted');
      });
    });
    expect(worker).toBeDefined();
    expect(await finishRun(page)).toMatchObject({ total: count, done: count, failed: 0 });
    const table = await photosTable(app);
    await app.close();

    app = await launchApp();
    await dropFolders(app.page, [folder]);
    await finishRun(app.page);
    expect(table).toBe(await photosTable(app));
  });
});

describe('a full disk', () => {
  it('is said in plain words, and nothing is lost: the run goes on when there is room', async () => {
    // At a later visit nothing is written before the drop: Chromium asks for the quota no more than every 30 s.
    profile = await mkdtemp(join(tmpdir(), 'fieldsift-full-'));
    const first = await launchApp({ profile });
    await first.page.getByText('Ready to work offline').waitFor({ timeout: 60_000 });
    const port = Number(new URL(first.page.url()).port);
    await first.close();
    app = await launchApp({ profile, port });
    const { page, context } = app;
    const session = await context.newCDPSession(page);
    const origin = new URL(page.url()).origin;
    const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 400_000 });
    await dropFolders(page, [folder]);
    await page.getByRole('alert').getByText('The disk is full').waitFor({ timeout: 90_000 });
    const stopped = await page.evaluate(() => window.fieldsift?.status());
    expect(stopped?.pending).toBeGreaterThan(0);
    expect(stopped?.failed).toBe(0);

    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForFunction(() => window.fieldsift?.status().phase !== 'waiting');
    expect(await finishRun(page)).toMatchObject({ total: count, done: count, failed: 0 });
  });
});

describe('a review that the disk has no room for', () => {
  it('is told where it was said, on the light table, and written once there is room', async () => {
    app = await launchSifted();
    const { page } = app;
    await page.evaluate(() => {
      // eslint-disable-next-line @typescript-eslint/unbound-method -- put back below
      const { add } = IDBObjectStore.prototype;
      Object.assign(window, { makeRoom: () => Object.assign(IDBObjectStore.prototype, { add }) });
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await page.locator('[data-stack]').first().focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Photo' });
    await dialog.waitFor();
    await page.keyboard.press('b');
    const notice = dialog.getByRole('alert').filter({ hasText: 'The disk is full' });
    await notice.waitFor();
    await page.evaluate(() => (window as unknown as { makeRoom: () => void }).makeRoom());
    await notice.getByRole('button', { name: 'Try again' }).click();
    await notice.waitFor({ state: 'detached' });
    await page.reload();
    await page.evaluate(() => window.fieldsift?.ready);
    const csv = await page.evaluate(() => window.fieldsift?.exportFile('photos.csv') ?? '');
    expect(csv).toContain(',human,');
  });
});

describe('a second tab', () => {
  it('does not sift the same survey at the same time', async () => {
    app = await launchApp();
    const { page, context } = app;
    await dropFolders(page, [folder]);
    await untilDone(page, 2);
    const second = await context.newPage();
    await second.goto(page.url());
    await second.waitForFunction(() => window.fieldsift !== undefined);
    await second.evaluate(() => window.fieldsift?.ready);
    await second.bringToFront();
    await dropFolders(second, [folder]);
    await second.getByRole('alert').getByText('already sifting in another tab').waitFor();
    await page.bringToFront();
    expect(await finishRun(page)).toMatchObject({ total: count, done: count, failed: 0 });
  });
});
