import { mkdtemp, mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { largeFolder } from '../../src/drawn/largeFolder.ts';
import { parseCsv } from '../../src/core/files/csv.ts';
import { dropFolders, launchApp, type AppWindow } from '../helpers/app.ts';
import { finishRun, untilDone } from '../helpers/run.ts';

const count = 30;
let root: string;
let app: AppWindow | undefined;

/** A card whose folder and files are called as those of every other. */
async function writeCard(name: string, seed: number): Promise<string> {
  const folder = join(root, name, 'DCIM');
  await mkdir(join(folder, '100EK113'), { recursive: true });
  const plans = [...largeFolder({ count, seed, width: 640, height: 480, deployments: 1 })];
  for (const [index, plan] of plans.entries()) {
    const path = join(folder, '100EK113', `EK${String(index + 1).padStart(6, '0')}.JPG`);
    await writeFile(path, plan.render());
    const taken = new Date(Date.UTC(2021, 5, seed, 8, index));
    await utimes(path, taken, taken);
  }
  return folder;
}

let first: string;
let second: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'fieldsift-cards-'));
  first = await writeCard('A', 3);
  second = await writeCard('B', 5);
});
afterAll(() => rm(root, { recursive: true, force: true }));
afterEach(() => app?.close());

/** Every row of photos.csv, by its column's name. */
async function rows({ page }: AppWindow): Promise<Record<string, string>[]> {
  const [columns = [], ...cells] = parseCsv(
    await page.evaluate(() => window.fieldsift?.exportFile('photos.csv') ?? ''),
  );
  return cells.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? ''])));
}

describe('a second card with the same names', () => {
  it('is added beside the first while that one is sifted, and the first again doubles nothing', async () => {
    app = await launchApp();
    const { page } = app;
    await dropFolders(page, [first]);
    await untilDone(page, 1);
    await dropFolders(page, [second]);
    await page.waitForFunction((all) => window.fieldsift?.status().total === all, 2 * count);
    await dropFolders(page, [first]);
    await finishRun(page);
    // Everything is in the tables the moment that it is finished.
    const table = await rows(app);
    expect(table).toHaveLength(2 * count);
    expect(table.filter((row) => row['status'] === 'done')).toHaveLength(2 * count);
    expect(new Set(table.map((row) => row['datetime_original'])).size).toBeGreaterThan(count);
    expect(await page.getByText('was added as “DCIM (2)”').count()).toBeGreaterThan(0);
  });

  it('does not take the place of the first after a reload', async () => {
    app = await launchApp();
    const { page } = app;
    await dropFolders(page, [first]);
    await untilDone(page, 1);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.reload();
    await page.waitForFunction(() => window.fieldsift !== undefined);
    await page.evaluate(() => window.fieldsift?.ready);
    await dropFolders(page, [second]);
    await page.waitForFunction((all) => window.fieldsift?.status().total === all, 2 * count);
    await dropFolders(page, [first]);
    expect(await finishRun(page)).toMatchObject({ total: 2 * count, done: 2 * count, failed: 0 });
  });
});
