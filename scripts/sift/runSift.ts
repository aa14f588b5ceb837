import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DoorImport } from '../../src/app/script/importDoor.ts';
import type { DoorStatus } from '../../src/app/script/machineDoor.ts';
import { openAppWindow, type AppWindow } from './appWindow.ts';
import type { SiftArguments } from './arguments.ts';
import { ensureBuilt } from './build.ts';
import {
  addPack,
  checkClocks,
  giveTables,
  prepare,
  readOnly,
  readStatus,
  readSummary,
  saveExports,
  siftRest,
  takeImport,
  usePack,
  useRecipe,
} from './door.ts';
import { dropFolders } from './drop.ts';
import { measureMemory, type MemorySample } from './memory.ts';
import { readRecipe } from './recipeFile.ts';
import { createProgressLine } from './progressLine.ts';
import { composeSummary, type SiftSummary } from './summary.ts';
import { waitForRun } from './waitForRun.ts';

const profilePort = 4180;
const memoryEvery = 250;
const stallMinutes = 5;

async function requireFolders(folders: string[]): Promise<void> {
  for (const folder of folders) {
    const entry = await stat(folder).catch(() => null);
    if (entry === null) throw new Error(`The folder "${folder}" does not exist.`);
    if (!entry.isDirectory()) throw new Error(`"${folder}" is not a folder.`);
  }
}

interface RunResult {
  /** From the drop to the last photo. */
  elapsedSeconds: number;
  memory: MemorySample[];
  imports: DoorImport[];
  /** Why it was not finished; null when it was. */
  problem: string | null;
}

/** Results of other programs are JSON. They are taken in before the photos are sifted, which then need not be. */
const isResults = (path: string): boolean => /\.json$/i.test(path);

/** Takes in what other programs made of the photos, and has the page sift what is left then. */
async function takeImports({ page }: AppWindow, paths: readonly string[]): Promise<DoorImport[]> {
  const imports: DoorImport[] = [];
  for (const path of paths) imports.push(...(await takeImport(page, path)));
  await siftRest(page);
  return imports;
}

/** Drops the folders and waits for the end; memory is measured on the way. Never throws: the problem is a result. */
async function sift(app: AppWindow, options: SiftArguments): Promise<RunResult> {
  const { page, record } = app;
  const progress = createProgressLine(process.stdout);
  const memory: MemorySample[] = [];
  const startedAt = performance.now();
  let endedAt = startedAt;
  let treated = -1;
  const report = async (status: DoorStatus) => {
    progress.show(status);
    const { done, failed } = status;
    if (done + failed !== treated) endedAt = performance.now();
    treated = done + failed;
    const measuredAt = memory.at(-1)?.done ?? -memoryEvery;
    if (done > 0 && Math.floor(done / memoryEvery) > Math.floor(measuredAt / memoryEvery)) {
      memory.push(await measureMemory(page, done));
    }
  };
  let problem: string | null = null;
  const imports: DoorImport[] = [];
  const finish = () =>
    waitForRun({
      status: () => readStatus(page),
      report,
      whyBroken: () => (record.crashed ? 'The page crashed, most likely for want of memory.' : null),
      stallLimit: stallMinutes * 60_000,
      timeLimit: options.timeoutMinutes === null ? null : options.timeoutMinutes * 60_000,
    });
  try {
    await dropFolders(page, options.folders);
    const results = options.imports.filter(isResults);
    if (results.length > 0) {
      await readOnly(page);
      imports.push(...(await takeImports(app, results)));
    }
    await finish();
    // Tables and packages need what is in the photos: the zone of a clock, say, the time of its first one.
    const others = options.imports.filter((path) => !isResults(path));
    if (others.length > 0) {
      imports.push(...(await takeImports(app, others)));
      await finish();
    }
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  progress.end();
  return { elapsedSeconds: (endedAt - startedAt) / 1000, memory, imports, problem };
}

/**
 * Sifts folders with the built app in a browser, and writes every export and `summary.json` to the folder `out`.
 *
 * @returns the summary, which is also on the disk
 * @throws Error when the run could not even be started
 */
export async function runSift(options: SiftArguments): Promise<SiftSummary> {
  await requireFolders(options.folders);
  const paths = [
    ['stations', options.stations],
    ['truth', options.truth],
    ...options.packs.map((pack) => ['pack', pack] as const),
    ...options.imports.map((path) => ['import', path] as const),
  ] as const;
  for (const [name, path] of paths) {
    if (path !== null && !(await stat(path).catch(() => null))) {
      throw new Error(`--${name}: "${path}" does not exist.`);
    }
  }
  const recipe = options.recipe === null ? null : await readRecipe(options.recipe);
  await ensureBuilt(options.build);
  await mkdir(options.out, { recursive: true });
  const app = await openAppWindow({
    ...(options.profile === null ? {} : { profile: options.profile, port: profilePort }),
    headed: options.headed,
  });
  const end = (): never => process.exit(130);
  const interrupted = () => {
    app.close().then(end, end);
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    const { page, record } = app;
    await prepare(page, options.settings);
    await giveTables(page, options);
    if (recipe) {
      for (const pack of new Set([...options.packs, ...recipe.packs])) await addPack(page, pack);
      await useRecipe(page, recipe.value);
    } else for (const pack of options.packs) await usePack(page, pack);
    const earlier = await readStatus(page);
    const before = earlier.done + earlier.failed;
    const { elapsedSeconds, memory, imports, problem } = await sift(app, options);
    if (record.crashed) throw new Error(problem ?? 'The page crashed.');
    const status = await readStatus(page);
    memory.push(await measureMemory(page, status.done));
    await checkClocks(page);
    const saved = await saveExports(page, options.out, options.exports);
    const said = await readSummary(page);
    const browser = `Chromium ${app.context.browser()?.version() ?? 'of unknown version'}`;
    const { folders } = options;
    const parts = {
      page: said,
      status,
      record,
      folders,
      before,
      elapsedSeconds,
      browser,
      imports,
      exports: saved.names,
      refusedExports: saved.refused,
      memory,
      problem,
    };
    const summary = composeSummary(parts);
    await writeFile(join(options.out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    return summary;
  } finally {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
    await app.close();
  }
}
