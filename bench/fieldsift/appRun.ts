import { setTimeout as sleep } from 'node:timers/promises';
import { openAppWindow } from '../../scripts/sift/appWindow.ts';
import { prepare, readStatus, usePack } from '../../scripts/sift/door.ts';
import { dropFolders } from '../../scripts/sift/drop.ts';
import type { LoggedWork } from '../../src/state/workLog.ts';
import { cpuSecondsOf } from './cpuTime.ts';

/** How one run of the whole app went. */
export interface AppRun {
  /** Of all workers, once warm; what starting the app and loading the model take is not counted. */
  photosPerSecond: number;
  /** ms a photo in each stage of a worker, as a clock on the wall sees it. */
  stages: Record<string, number>;
  /** ms of processor time a photo, of all processes of the browser; null where the system does not tell. */
  cpuMilliseconds: number | null;
}

/** Photos that each worker sifts before it counts: the browser compiles what runs often anew. */
const warmPhotos = 12;

/**
 * Photos per second from the workers' own records: each worker's share after its first photos, added up. All of them
 * work at the same time until the last photo.
 */
export function steadySpeed(work: readonly LoggedWork[], warm = warmPhotos): number {
  let speed = 0;
  for (const worker of new Set(work.map((share) => share.worker))) {
    let seen = 0;
    let photos = 0;
    let milliseconds = 0;
    for (const share of work.filter((one) => one.worker === worker)) {
      if (seen >= warm) {
        photos += share.photos;
        milliseconds += share.until - share.from;
      }
      seen += share.photos;
    }
    if (milliseconds > 0) speed += (photos / milliseconds) * 1000;
  }
  return speed;
}

function stagesOf(work: readonly LoggedWork[]): Record<string, number> {
  const photos = work.reduce((sum, share) => sum + share.photos, 0);
  const sums: Record<string, number> = {};
  for (const { stages } of work) {
    for (const [stage, milliseconds] of Object.entries(stages)) {
      sums[stage] = (sums[stage] ?? 0) + milliseconds / photos;
    }
  }
  return sums;
}

/**
 * Sifts a folder with the production build in a browser of its own: dropped on the page as a person would.
 *
 * @param pack of the model; null for the built-in one
 * @throws Error when a photo fails or the run does not end
 */
export async function runApp(
  folder: string,
  photos: number,
  pack: string | null,
  workers: number | null = null,
): Promise<AppRun> {
  const app = await openAppWindow();
  try {
    const { page, context } = app;
    await prepare(page, {});
    if (pack !== null) await usePack(page, pack);
    if (workers !== null) await page.evaluate((count) => window.fieldsift?.limitWorkers(count), workers);
    const before = await cpuSecondsOf(context);
    await dropFolders(page, [folder]);
    for (;;) {
      const { phase, done, failed, message } = await readStatus(page);
      if (failed > 0 || phase === 'waiting')
        throw new Error(`Sifting failed: ${message ?? `${failed} photos`}`);
      if (phase === 'done' && done === photos) break;
      await sleep(250);
    }
    const after = await cpuSecondsOf(context);
    const work = (await page.evaluate(() => window.fieldsift?.work())) ?? [];
    return {
      photosPerSecond: steadySpeed(work),
      stages: stagesOf(work),
      cpuMilliseconds: before === null || after === null ? null : ((after - before) / photos) * 1000,
    };
  } finally {
    await app.close();
  }
}
