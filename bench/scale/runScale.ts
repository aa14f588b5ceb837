import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { openAppWindow, type AppWindow } from '../../scripts/sift/appWindow.ts';
import { ensureBuilt } from '../../scripts/sift/build.ts';
import { readStatus } from '../../scripts/sift/door.ts';
import { dropFolders } from '../../scripts/sift/drop.ts';
import { measureMemory, type MemorySample } from '../../scripts/sift/memory.ts';
import { repositoryRoot } from '../../scripts/packageCommand.ts';
import { waitForRun } from '../../scripts/sift/waitForRun.ts';
import { smallPhotos } from '../photos/smallPhotos.ts';
import { median, type Figure } from '../report/figures.ts';
import { scaleTable, type ScaleFigures } from '../report/scaleTable.ts';
import { describeMachine } from '../report/results.ts';
import { decisionTimes } from './decisionTimes.ts';
import { exportTimes, type ExportTime } from './exportTimes.ts';
import { fillSurvey } from './fillSurvey.ts';
import { millisecondsToRegroup, secondsToReopen, untilPacked } from './opening.ts';
import { costOfPhotos, type PhotoCost } from './photoCost.ts';
import { settingTimes } from './settingTimes.ts';
import { traceReview, type ReviewTraces } from './reviewTraces.ts';
import { untilQuiet } from './untilQuiet.ts';

const large = 100_000;
const middling = 10_000;
const small = 1_000;
/** Enough that what is done once for a folder weighs as little as it does for a card. */
const costPhotos = 1000;
const [few, many] = [500, 5000] as const;
const port = 4183;

/** The script that the page loads before anything is asked for, in kB, compressed as a host sends it. */
function pageScriptKilobytes(): number {
  const dist = join(repositoryRoot, 'dist');
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const scripts = Array.from(page.matchAll(/assets\/[^"]+\.js/g), ([path]) => path);
  return scripts.reduce((sum, path) => sum + gzipSync(readFileSync(join(dist, path))).length, 0) / 1000;
}

async function ready({ page }: AppWindow): Promise<void> {
  await page.waitForFunction(() => window.fieldsift !== undefined);
  await page.evaluate(() => window.fieldsift?.ready);
}

async function siftAll({ page, record }: AppWindow, folder: string): Promise<void> {
  await dropFolders(page, [folder]);
  await waitForRun({
    status: () => readStatus(page),
    report: () => undefined,
    whyBroken: () => (record.crashed ? 'The page crashed.' : null),
    stallLimit: 300_000,
    timeLimit: null,
  });
}

interface AtSize {
  /** The first time, record by record. */
  firstOpenSeconds: number;
  openSeconds: number;
  regroupMilliseconds: number;
  traces: ReviewTraces;
  exports: Record<string, ExportTime>;
  cost: PhotoCost;
}

/** Opens a survey of so many photos in a browser of its own and measures what a person would wait for. */
async function measureSize(count: number, say: (line: string) => void): Promise<AtSize> {
  const profile = await mkdtemp(join(tmpdir(), 'fieldsift-scale-'));
  const app = await openAppWindow({ profile, port });
  try {
    await ready(app);
    await siftAll(app, await smallPhotos('seed', 1));
    say(`Making a survey of ${count} photos…`);
    await fillSurvey(app.page, count);
    const firstOpenSeconds = await secondsToReopen(app.page, count);
    if (count > large / 2) await untilPacked(app.page);
    const opened: number[] = [];
    for (let round = 0; round < 3; round += 1) opened.push(await secondsToReopen(app.page, count));
    await ready(app);
    const regrouped: number[] = [];
    for (const gap of [30, 60, 90, 120, 60]) regrouped.push(await millisecondsToRegroup(app.page, gap));
    const traces = await traceReview(app.page);
    const exports = await exportTimes(app.page);
    await secondsToReopen(app.page, count);
    await ready(app);
    if (!(await untilQuiet(app.page))) say('The browser is still busy with what was before.');
    say(`Sifting ${costPhotos} more…`);
    const cost = await costOfPhotos(app.page, await smallPhotos('more', costPhotos), costPhotos);
    const [openSeconds, regroupMilliseconds] = [median(opened), median(regrouped)];
    return { firstOpenSeconds, openSeconds, regroupMilliseconds, traces, exports, cost };
  } finally {
    await app.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** What a changed setting asks of the page that shows what follows, in a survey of ten thousand photos. */
async function measureSettings(say: (line: string) => void): Promise<Record<string, Figure>> {
  const app = await openAppWindow({ port });
  try {
    await ready(app);
    await siftAll(app, await smallPhotos('seed', 1));
    await fillSurvey(app.page, middling);
    await secondsToReopen(app.page, middling);
    await ready(app);
    const times = await settingTimes(app.page);
    for (const [name, { median: middle, min, max }] of Object.entries(times))
      say(`${name}: ${middle.toFixed(1)} ms (${min.toFixed(1)} to ${max.toFixed(1)})`);
    return times;
  } finally {
    await app.close();
  }
}

/** Seconds from the address to the usable first page, when the service worker has everything. */
async function secondsToStart(): Promise<number> {
  const app = await openAppWindow();
  try {
    await ready(app);
    await app.page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
      timeout: 120_000,
    });
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const started = performance.now();
      await app.page.reload({ waitUntil: 'commit' });
      await ready(app);
      await app.page.locator('main h1').first().waitFor();
      times.push((performance.now() - started) / 1000);
    }
    return median(times);
  } finally {
    await app.close();
  }
}

/** Memory of the page and its workers within one run, after a few photos and after many. */
async function memoryGrowth(few: number, many: number): Promise<{ few: MemorySample; many: MemorySample }> {
  const app = await openAppWindow();
  const afterPhotos = async (count: number): Promise<MemorySample> => {
    for (;;) {
      const { done } = await readStatus(app.page);
      if (done >= count) return measureMemory(app.page, done);
      await sleep(1000);
    }
  };
  try {
    await ready(app);
    // Some more than are counted, so that the workers and their models are still there at the second look.
    await dropFolders(app.page, [await smallPhotos('many', many + 200)]);
    return { few: await afterPhotos(few), many: await afterPhotos(many) };
  } finally {
    await app.close();
  }
}

/** Measures a survey of 100,000 photos, memory, and the first load; prints and writes `bench/scale.json`. */
export async function runScale(quick: boolean, say: (line: string) => void): Promise<void> {
  const decisions = decisionTimes(large);
  // What a moved slider asks for, before anything is drawn.
  const decide = ['group', 'decide', 'gate', 'stand'].reduce(
    (sum, stage) => sum + (decisions[stage]?.median ?? NaN),
    0,
  );
  await ensureBuilt('auto');
  const startSeconds = await secondsToStart();
  say(`${startSeconds.toFixed(2)} s to start.`);
  say(`Settings at ${middling} photos, ms of the page's thread:`);
  const settings = await measureSettings(say);
  const slowest = Math.max(...Object.values(settings).map(({ median: middle }) => middle));
  const sizes: Record<number, AtSize[]> = { [small]: [], [large]: [] };
  // One after the other, so that both meet the same machine.
  for (const count of quick ? [small, large] : [small, large, small, large]) {
    const at = await measureSize(count, say);
    say(JSON.stringify(at));
    sizes[count]?.push(at);
  }
  const medianOf = (count: number, figure: (at: AtSize) => number): number =>
    median((sizes[count] ?? []).map(figure));
  const total = ({ cost }: AtSize): number => cost.page + (cost.database ?? cost.write);
  const figures: ScaleFigures = {
    open_100000_seconds: medianOf(large, ({ openSeconds }) => openSeconds),
    decide_100000_milliseconds: decide,
    setting_10000_milliseconds: slowest,
    cost_100000_vs_1000: medianOf(large, total) / medianOf(small, total),
    key_task_milliseconds: medianOf(large, ({ traces }) => traces.keyTask),
    memory_many_vs_few: NaN,
    first_load_seconds: startSeconds,
    page_script_kilobytes: pageScriptKilobytes(),
  };
  say(scaleTable(figures));
  say(`Memory after ${few} and ${many} photos…`);
  const memory = await memoryGrowth(few, many);
  figures.memory_many_vs_few = (memory.many.bytes ?? NaN) / (memory.few.bytes ?? NaN);
  say(scaleTable(figures));
  const details = { decisions, settings, sizes, memory };
  const results = { machine: describeMachine(), ...figures, details };
  await writeFile(join(repositoryRoot, 'bench', 'scale.json'), `${JSON.stringify(results, null, 2)}\n`);
}
