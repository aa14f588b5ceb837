import { setTimeout as sleep } from 'node:timers/promises';
import { openAppWindow, type AppWindow } from '../../scripts/sift/appWindow.ts';
import { prepare, readStatus, usePack } from '../../scripts/sift/door.ts';
import { dropFolders } from '../../scripts/sift/drop.ts';
import { stagesOf, steadySpeed } from './appSpeed.ts';
import { cpuSecondsOf } from './cpuTime.ts';

/** How one run of the whole app went. */
export interface AppRun {
  /** Of all workers, once warm; what starting the app and loading the model take is not counted. */
  photosPerSecond: number;
  /** ms a photo in each stage of a worker, as a clock on the wall sees it. */
  stages: Record<string, number>;
  /** ms of processor time a photo once warm, of all processes of the browser; null where the system does not tell. */
  cpuMilliseconds: number | null;
}

export interface AppRunOrder {
  /** The built app. */
  app: string;
  folder: string;
  photos: number;
  /** Of the model; null for the built-in one. */
  pack: string | null;
  /** Photos that each worker sifts before it counts. */
  warm: number;
  /** At most so many; null for as many as the app takes. */
  workers: number | null;
}

/** ms without any progress after which a run is given up. */
const stallLimit = 120_000;
const pollInterval = 250;

/** Waits until the browser keeps the app for use offline, which takes a core of its own for a moment. */
async function settle({ page }: AppWindow): Promise<void> {
  const kept = page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await Promise.race([kept, sleep(30_000)]);
}

interface ProcessorTime {
  done: number;
  seconds: number | null;
}

/** Waits for the end of a run. @returns processor time at the first look after the workers were warm, and at the end */
async function follow(
  { page, context, record }: AppWindow,
  photos: number,
  warm: number,
): Promise<{ from: ProcessorTime | null; until: ProcessorTime }> {
  let from: ProcessorTime | null = null;
  let last = { done: 0, at: performance.now() };
  for (;;) {
    const { phase, done, failed, message } = await readStatus(page);
    const [broken] = record.pageErrors;
    if (record.crashed) throw new Error('The page crashed.');
    if (broken !== undefined) throw new Error(`The page failed: ${broken}`);
    if (failed > 0 || phase === 'waiting')
      throw new Error(`Sifting failed: ${message ?? `${failed} photos`}`);
    const seconds = (): Promise<number | null> => cpuSecondsOf(context.browser());
    if (phase === 'done' && done === photos) return { from, until: { done, seconds: await seconds() } };
    if (done !== last.done) last = { done, at: performance.now() };
    if (performance.now() - last.at > stallLimit) {
      throw new Error(`Nothing moved for two minutes, at ${done} of ${photos} photos (${phase}).`);
    }
    if (from === null && done >= warm) from = { done, seconds: await seconds() };
    await sleep(pollInterval);
  }
}

/**
 * Sifts a folder with the production build in a browser of its own: dropped on the page as a person would.
 *
 * @throws Error when a photo or the page fails, or the run stands still
 */
export async function runApp(order: AppRunOrder): Promise<AppRun> {
  const { app: root, folder, photos, pack, warm, workers } = order;
  const app = await openAppWindow({ root });
  try {
    const { page } = app;
    await prepare(page, {});
    await settle(app);
    if (pack !== null) await usePack(page, pack);
    if (workers !== null) await page.evaluate((count) => window.fieldsift?.limitWorkers(count), workers);
    await dropFolders(page, [folder]);
    const { from, until } = await follow(app, photos, warm * (workers ?? 2));
    const work = (await page.evaluate(() => window.fieldsift?.work())) ?? [];
    const counted = until.done - (from?.done ?? until.done);
    const isKnown = from?.seconds != null && until.seconds !== null && counted > 0;
    return {
      photosPerSecond: steadySpeed(work, warm),
      stages: stagesOf(work),
      cpuMilliseconds: isKnown ? (((until.seconds ?? 0) - (from.seconds ?? 0)) / counted) * 1000 : null,
    };
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    const told = [...app.record.pageErrors, ...app.record.consoleErrors].join('\n');
    throw new Error(`A run of the app failed: ${words}${told ? `\nThe page said:\n${told}` : ''}`, {
      cause: error,
    });
  } finally {
    await app.close();
  }
}
