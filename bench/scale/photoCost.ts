import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { readStatus } from '../../scripts/sift/door.ts';
import { dropFolders } from '../../scripts/sift/drop.ts';

/** What the page and its store spend on one photo, whatever decoding and the model cost, in ms. */
export interface PhotoCost {
  /** The page's own thread. */
  page: number;
  /** Workers writing results. */
  write: number;
}

/** Sifts a folder into the open survey and measures what storing and showing its photos costs. */
export async function costOfPhotos(page: Page, folder: string, photos: number): Promise<PhotoCost> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busySeconds = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
  };
  const before = await readStatus(page);
  const work = (await page.evaluate(() => window.fieldsift?.work().length)) ?? 0;
  const started = await busySeconds();
  await dropFolders(page, [folder]);
  for (;;) {
    const { phase, done, failed } = await readStatus(page);
    if (phase === 'done' && done + failed >= before.done + before.failed + photos) break;
    // Seldom, because each question is work for the page.
    await sleep(1000);
  }
  const spent = (await busySeconds()) - started;
  const shares = (await page.evaluate((from) => window.fieldsift?.work().slice(from), work)) ?? [];
  const written = shares.reduce((sum, { stages }) => sum + (stages.write ?? 0), 0);
  await session.detach();
  return { page: (spent * 1000) / photos, write: written / photos };
}
