import { setTimeout as sleep } from 'node:timers/promises';
import { openAppWindow, type AppWindow } from '../../scripts/sift/appWindow.ts';
import { prepare, readStatus } from '../../scripts/sift/door.ts';
import { dropFolders } from '../../scripts/sift/drop.ts';
import { waitForRun } from '../../scripts/sift/waitForRun.ts';
import { Visits } from './visits.ts';

export interface KilledRunOrder {
  /** The built app, when it is not in `dist/`. */
  root?: string;
  folder: string;
  /** How many photos it holds. */
  photos: number;
  kills: number;
  /** Told after each kill, with the photos that were done then. */
  onKill?: (kill: number, done: number) => void;
}

/** ms without any progress after which a run is given up. */
const stallLimit = 300_000;
/** ms that are waited at most, by chance, before a kill. */
const longestWait = 1500;

/** Waits until so many photos are stored. @throws Error when the page fails or nothing moves any more */
async function untilDone({ page, record }: AppWindow, least: number): Promise<void> {
  let last = { done: -1, at: performance.now() };
  for (;;) {
    const { done, phase, message } = await readStatus(page);
    if (done >= least) return;
    if (record.crashed || record.pageErrors.length > 0)
      throw new Error(`The page failed: ${record.pageErrors[0]}`);
    if (done !== last.done) last = { done, at: performance.now() };
    if (performance.now() - last.at > stallLimit) {
      throw new Error(`Nothing moves at ${done} of ${least} photos (${phase}): ${message ?? ''}`);
    }
    await sleep(50);
  }
}

/** Sifts what is left, and checks that every photo is there once. @returns the table of photos */
async function finish({ page, record }: AppWindow, photos: number): Promise<string> {
  const { total, done } = await waitForRun({
    status: () => readStatus(page),
    report: () => undefined,
    whyBroken: () => record.pageErrors[0] ?? (record.crashed ? 'The page crashed.' : null),
    stallLimit,
    timeLimit: null,
  });
  if (total !== photos || done !== photos)
    throw new Error(`${done} of ${total} photos are done, not ${photos}.`);
  const table = await page.evaluate(() => window.fieldsift?.exportFile('photos.csv'));
  if (!table) throw new Error('The page gives no photos.csv.');
  return table;
}

/** Sifts a folder with nothing in its way. @returns the table of photos */
export async function undisturbedRun({ root, folder, photos }: KilledRunOrder): Promise<string> {
  const app = await openAppWindow(root === undefined ? {} : { root });
  try {
    await prepare(app.page, {});
    await dropFolders(app.page, [folder]);
    return await finish(app, photos);
  } finally {
    await app.close();
  }
}

/**
 * Sifts a folder and kills the browser at random moments that are spread over the run, opens it again each time and
 * goes on to the end.
 *
 * @returns the table of photos
 * @throws Error when photos are missing or there twice, or the run stands still
 */
export async function killedRun(order: KilledRunOrder): Promise<string> {
  const visits = await Visits.begin(order.root);
  try {
    return await killedSifting(visits, order, Math.random);
  } finally {
    await visits.end();
  }
}

/** As `killedRun`, in visits that go on afterwards. @param random 0-1, by which the moments are chosen */
export async function killedSifting(
  visits: Visits,
  { folder, photos, kills, onKill }: KilledRunOrder,
  random: () => number,
): Promise<string> {
  for (let kill = 0; kill < kills; kill += 1) {
    await dropFolders(visits.app.page, [folder]);
    await untilDone(visits.app, Math.floor((photos * kill) / (kills + 1)));
    await sleep(random() * longestWait);
    const { done } = await readStatus(visits.app.page);
    const { page } = await visits.kill();
    const kept = (await readStatus(page)).done;
    if (kept < done)
      throw new Error(`${done} photos were done before the browser was killed, ${kept} after it.`);
    onKill?.(kill + 1, done);
  }
  await dropFolders(visits.app.page, [folder]);
  return finish(visits.app, photos);
}
