import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import { readStatus } from '../../scripts/sift/door.ts';
import { cpuSecondsOf } from '../fieldsift/cpuTime.ts';
import { dropFolders } from '../../scripts/sift/drop.ts';
import { TaskTime } from './taskTime.ts';

/** What the page and its store spend on one photo, whatever decoding and the model cost, in ms. */
export interface PhotoCost {
  /** Processor time of the page's own thread. */
  page: number;
  /** Processor time of the browser's own process, where the database is; null where the system does not tell. */
  database: number | null;
  /** How long workers waited for their results to be written; longer on a busy machine. */
  write: number;
}

/** Sifts a folder into the open survey and measures what storing and showing its photos costs. */
export async function costOfPhotos(page: Page, folder: string, photos: number): Promise<PhotoCost> {
  const tasks = await TaskTime.of(page);
  const before = await readStatus(page);
  const work = (await page.evaluate(() => window.fieldsift?.work().length)) ?? 0;
  const databaseSeconds = () => cpuSecondsOf(page.context().browser(), 'browser');
  const started = await tasks.milliseconds();
  const databaseStarted = await databaseSeconds();
  await dropFolders(page, [folder]);
  for (;;) {
    const { phase, done, failed } = await readStatus(page);
    if (phase === 'done' && done + failed >= before.done + before.failed + photos) break;
    // Seldom, because each question is work for the page.
    await sleep(1000);
  }
  const spent = (await tasks.milliseconds()) - started;
  const databaseEnded = await databaseSeconds();
  const shares = (await page.evaluate((from) => window.fieldsift?.work().slice(from), work)) ?? [];
  const written = shares.reduce((sum, { stages }) => sum + (stages.write ?? 0), 0);
  await tasks.close();
  const database =
    databaseStarted === null || databaseEnded === null
      ? null
      : ((databaseEnded - databaseStarted) * 1000) / photos;
  return { page: spent / photos, database, write: written / photos };
}
