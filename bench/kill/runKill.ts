import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { openAppWindow, type AppWindow } from '../../scripts/sift/appWindow.ts';
import { ensureBuilt } from '../../scripts/sift/build.ts';
import { readStatus } from '../../scripts/sift/door.ts';
import { dropFolders } from '../../scripts/sift/drop.ts';
import { waitForRun } from '../../scripts/sift/waitForRun.ts';
import { smallPhotos } from '../photos/smallPhotos.ts';

const photos = 500;
const port = 4184;

async function ready({ page }: AppWindow): Promise<void> {
  await page.waitForFunction(() => window.fieldsift !== undefined);
  await page.evaluate(() => window.fieldsift?.ready);
}

/** Kills the browser without a warning, as a power cut would, and waits until it is gone. */
async function kill(app: AppWindow): Promise<void> {
  const session = await app.context.browser()?.newBrowserCDPSession();
  const found = await session?.send('SystemInfo.getProcessInfo');
  const browser = found?.processInfo.find(({ type }) => type === 'browser');
  if (!browser) throw new Error('the browser names no main process');
  const gone = new Promise((resolve) => app.context.once('close', resolve));
  process.kill(browser.id, 'SIGKILL');
  await gone;
  await app.close();
}

async function finish({ page }: AppWindow): Promise<void> {
  await waitForRun({
    status: () => readStatus(page),
    report: () => undefined,
    stallLimit: 300_000,
    timeLimit: null,
  });
}

async function table(page: Page): Promise<string> {
  const text = await page.evaluate(() => window.fieldsift?.exportFile('photos.csv'));
  if (!text) throw new Error('the page gives no photos.csv');
  return text;
}

async function undisturbed(folder: string): Promise<string> {
  const app = await openAppWindow();
  try {
    await ready(app);
    await dropFolders(app.page, [folder]);
    await finish(app);
    return await table(app.page);
  } finally {
    await app.close();
  }
}

/**
 * Sifts 500 photos and kills the browser `kills` times at random moments, opens it again each time and goes on, and
 * compares the table with that of a run that nothing disturbed.
 *
 * @throws Error when they differ, or when photos are missing
 */
export async function runKill(kills: number, say: (line: string) => void): Promise<void> {
  await ensureBuilt('auto');
  const folder = await smallPhotos('kill', photos);
  const expected = await undisturbed(folder);
  const profile = await mkdtemp(join(tmpdir(), 'fieldsift-kill-'));
  let app = await openAppWindow({ profile, port });
  try {
    for (let round = 0; round < kills; round += 1) {
      await ready(app);
      await dropFolders(app.page, [folder]);
      // Later and later, so that the kills are spread over the whole run.
      const least = Math.floor((photos * round) / (kills + 1));
      while ((await readStatus(app.page)).done < least) await sleep(50);
      await sleep(Math.random() * 1500);
      const { done } = await readStatus(app.page);
      await kill(app);
      say(`Killed ${round + 1} of ${kills} times, at ${done} of ${photos} photos`);
      app = await openAppWindow({ profile, port });
    }
    await ready(app);
    await dropFolders(app.page, [folder]);
    await finish(app);
    const { total, done } = await readStatus(app.page);
    if (total !== photos || done !== photos)
      throw new Error(`${done} of ${total} photos are done, not ${photos}.`);
    if ((await table(app.page)) !== expected)
      throw new Error('The results differ from those of an undisturbed run.');
    say(`All ${photos} photos once, and the same table as of an undisturbed run.`);
  } finally {
    await app.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
