import { createHash } from 'node:crypto';
import { cp, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright';
import type { RandomSource } from '../../src/core/statistics/randomSource.ts';
import { ProjectReader } from '../../src/core/exchange/project/projectText.ts';
import { takeImport } from '../../scripts/sift/door.ts';
import { dropFolders } from '../../scripts/sift/drop.ts';
import { openReview, photosTable, reviewsOnDisk } from './killedReview.ts';
import { difference } from './difference.ts';
import type { Visits } from './visits.ts';

interface Order {
  folder: string;
  random: RandomSource;
  say: (line: string) => void;
}

/** ms by which a kill comes at the latest after the step it disturbs was begun. */
const longest = { project: 150, copies: 2500 };

async function textOf(page: Page, target: string): Promise<string> {
  return page.evaluate(async (name) => {
    const plan = await window.fieldsift?.prepareExport(name);
    const content = await window.fieldsift?.readExport(plan?.paths[0] ?? '');
    return content && 'text' in content ? content.text : '';
  }, target);
}

/** How much the browser keeps. */
interface Kept {
  models: number;
  outputs: number;
}

function keptOnDisk(page: Page): Promise<Kept> {
  return page.evaluate(
    () =>
      new Promise<Kept>((resolve) => {
        const opening = indexedDB.open('fieldsift');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(['models', 'outputs']);
          const models = transaction.objectStore('models').count();
          const outputs = transaction.objectStore('outputs').count();
          transaction.oncomplete = () => resolve({ models: models.result, outputs: outputs.result });
          opening.result.close();
        };
      }),
  );
}

/** What another person makes of the same survey, and the tables that the first one has once it is all taken in. */
interface Exchange {
  /** Two project files, the second with more reviews than the first, and the ids of all reviews with each. */
  projects: readonly { path: string; reviews: readonly string[] }[];
  /** Path of another program's results. */
  results: string;
  /** The table with the second project, and then with the results. */
  merged: string;
  imported: string;
  /** What the browser keeps then. */
  kept: Kept;
  /** ms that taking the results in takes when nothing disturbs it. */
  duration: number;
}

/** Makes what is exchanged, on a copy of all that the browser keeps, and takes it in there with nothing in its way. */
async function undisturbed(visits: Visits): Promise<Exchange> {
  await visits.close();
  const kept = `${visits.profile} as it was`;
  await cp(visits.profile, kept, { recursive: true });
  const { page } = await visits.open();
  const projects: { path: string; reviews: string[] }[] = [];
  for (const number of [1, 2]) {
    await openReview(page);
    for (let press = 0; press < 12; press += 1) await page.keyboard.press(press % 2 === 0 ? 's' : 'n');
    await page.keyboard.press('Escape');
    await sleep(1000);
    const path = `${visits.profile}-${number}.fieldsift`;
    await writeFile(path, await textOf(page, 'project'));
    projects.push({ path, reviews: await reviewsOnDisk(page) });
  }
  const results = `${visits.profile}.json`;
  const said = JSON.parse(await textOf(page, 'megadetector')) as { info: Record<string, unknown> };
  await writeFile(results, JSON.stringify({ ...said, info: { ...said.info, detector: 'another detector' } }));
  const merged = await photosTable(page);
  const started = performance.now();
  await takeImport(page, results);
  const duration = performance.now() - started;
  const imported = await photosTable(page);
  const all = await keptOnDisk(page);
  await visits.close();
  await visits.restore(kept);
  return { projects, results, merged, imported, kept: all, duration };
}

function sameIds(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && new Set([...left, ...right]).size === left.length;
}

/** Kills in the midst of merging each project file, then merges it to the end. */
async function killedMerge(visits: Visits, exchange: Exchange, { random, say }: Order): Promise<void> {
  for (const [index, { path, reviews }] of exchange.projects.entries()) {
    const before = await reviewsOnDisk(visits.app.page);
    const taking = takeImport(visits.app.page, path).catch(() => null);
    await sleep(random.next() * exchange.duration);
    const { page } = await visits.kill();
    await taking;
    const after = await reviewsOnDisk(page);
    const isIn = sameIds(after, reviews);
    if (!isIn && !sameIds(after, before)) throw new Error('A half of a project file was taken in.');
    say(`Killed ${index + 1} of 2 times in a merge: ${isIn ? 'all of it is in' : 'nothing of it is in'}`);
    await takeImport(page, path);
    if (!sameIds(await reviewsOnDisk(page), reviews))
      throw new Error('Merged in the end, reviews are missing or there twice.');
  }
  if ((await photosTable(visits.app.page)) !== exchange.merged)
    throw new Error('Merged in the end, the table differs from that of an undisturbed merge.');
}

/** Kills in the midst of importing results, then imports them to the end. */
async function killedImport(visits: Visits, exchange: Exchange, { random, say }: Order): Promise<void> {
  for (let kill = 1; kill <= 2; kill += 1) {
    const taking = takeImport(visits.app.page, exchange.results).catch(() => null);
    await sleep(random.next() * exchange.duration);
    const { page } = await visits.kill();
    await taking;
    const table = await photosTable(page);
    const isIn = table === exchange.imported;
    if (!sameIds(await reviewsOnDisk(page), exchange.projects[1]?.reviews ?? []))
      throw new Error('An import changed the reviews.');
    const { models, outputs } = await keptOnDisk(page);
    // The model is recorded when all that it said is kept; from then on its word on people counts.
    const isKept = models === exchange.kept.models && outputs === exchange.kept.outputs;
    if (!isKept && table !== exchange.merged)
      throw new Error(`A half of an import shows, first in ${difference(exchange.merged, table)}`);
    const state = isIn
      ? 'it is in and used'
      : isKept
        ? 'it is in and not used yet'
        : 'the table is as before';
    say(`Killed ${kill} of 2 times in an import: ${state}`);
  }
  await takeImport(visits.app.page, exchange.results);
  if ((await photosTable(visits.app.page)) !== exchange.imported)
    throw new Error('Imported in the end, the table differs from that of an undisturbed import.');
}

/** Has the pickers answer with a folder and a file of the browser's own; the file has content of earlier. */
async function answerPickers(page: Page, earlier: string): Promise<void> {
  // tsx names functions by a helper that the page does not have.
  await page.evaluate('globalThis.__name = (named) => named');
  await page.evaluate(async (text) => {
    const own = await navigator.storage.getDirectory();
    const file = await own.getFileHandle('saved.fieldsift', { create: true });
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
    Object.assign(window, {
      showDirectoryPicker: () => own.getDirectoryHandle('chosen', { create: true }),
      showSaveFilePicker: () => Promise.resolve(file),
    });
  }, earlier);
}

/** All files of a folder of the browser's own: text of reports, base64 of the others. */
function filesIn(page: Page, folder: string): Promise<Record<string, string>> {
  return page.evaluate(async (name) => {
    const own = await navigator.storage.getDirectory();
    const files: Record<string, string> = {};
    const place = name === '' ? own : await own.getDirectoryHandle(name, { create: true });
    for await (const [path, handle] of place.entries()) {
      if (handle.kind === 'directory') continue;
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      files[path] = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    }
    return files;
  }, folder);
}

/** Waits until nothing is read or sifted. */
async function waitForRest(page: Page): Promise<void> {
  await page.waitForFunction(
    () => !['reading', 'sifting'].includes(window.fieldsift?.status().phase ?? ''),
    undefined,
    { timeout: 120_000 },
  );
}

async function killedCopies(visits: Visits, { folder, random, say }: Order): Promise<void> {
  const { page } = visits.app;
  await dropFolders(page, [folder]);
  await sleep(1000);
  await waitForRest(page);
  await answerPickers(page, 'earlier');
  await page.getByRole('button', { name: 'Share copies…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Copies to share' });
  await dialog.getByRole('button', { name: 'Into a folder…' }).click();
  await sleep(random.next() * longest.copies);
  const again = await visits.kill();
  const files = Object.entries(await filesIn(again.page, 'chosen'));
  const isReported = files.some(([name]) => name === 'SHA256SUMS');
  const sizes = { whole: 0, empty: 0, swap: 0 };
  for (const [name, base64] of files) {
    const bytes = Buffer.from(base64, 'base64');
    if (name.endsWith('.crswap')) sizes.swap += 1;
    else if (bytes.length === 0) sizes.empty += 1;
    else if (!name.endsWith('.jpg')) continue;
    else if (bytes.readUInt16BE(0) !== 0xffd8 || bytes.readUInt16BE(bytes.length - 2) !== 0xffd9)
      throw new Error(`${name} is cut short.`);
    else sizes.whole += 1;
  }
  const sums = files.find(([name]) => name === 'SHA256SUMS');
  const copies = new Map(files);
  for (const line of Buffer.from(sums?.[1] ?? '', 'base64')
    .toString()
    .split('\n')
    .filter(Boolean)) {
    const [sha256 = '', name = ''] = line.split(/ [ *]/);
    const bytes = Buffer.from(copies.get(name) ?? '', 'base64');
    if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      throw new Error(`${name} is not what its sum says.`);
  }
  say(
    `Killed 1 of 2 times in saving, among copies: ${sizes.whole} whole, ${sizes.empty} empty, none cut short, ` +
      (isReported ? 'all reported' : 'without a report, which marks the folder as unfinished'),
  );
}

async function killedProject(visits: Visits, { random, say }: Order): Promise<void> {
  const { page } = visits.app;
  const reviews = await reviewsOnDisk(page);
  await answerPickers(page, 'earlier');
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.locator('input[value="project"]').check();
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await sleep(random.next() * longest.project);
  const again = await visits.kill();
  const text = Buffer.from((await filesIn(again.page, ''))['saved.fieldsift'] ?? '', 'base64').toString();
  if (text !== 'earlier') {
    const reader = new ProjectReader();
    reader.push(text);
    if (reader.finish().reviews.size !== reviews.length)
      throw new Error('The saved project file is cut short.');
  }
  say(
    `Killed 2 of 2 times in saving, a project file: ${text === 'earlier' ? 'the earlier one is whole' : 'it is whole'}`,
  );
}

/** Kills the browser twice each in a merge, an import and in saving. @throws Error when a half of anything is left */
export async function killedExchange(visits: Visits, order: Order): Promise<void> {
  const exchange = await undisturbed(visits);
  await visits.open();
  await killedMerge(visits, exchange, order);
  await killedImport(visits, exchange, order);
  await killedCopies(visits, order);
  await killedProject(visits, order);
  if (!sameIds(await reviewsOnDisk(visits.app.page), exchange.projects[1]?.reviews ?? []))
    throw new Error('Reviews are lost or doubled.');
}
