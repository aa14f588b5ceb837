import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { largeFolder } from '../../src/drawn/largeFolder.ts';
import { dropFolders, launchApp } from '../helpers/app.ts';
import { drawFolder, type DrawnFolder } from '../helpers/drawnFolder.ts';
import { finishRun } from '../helpers/run.ts';

const count = 40;
let drawn: DrawnFolder;

beforeAll(async () => {
  drawn = await drawFolder(largeFolder({ count, seed: 11, width: 640, height: 480, deployments: 2 }));
});
afterAll(() => drawn.remove());

/** The table of photos after a run of so many workers, on a computer that has the cores for them. */
async function photosBy(workers: number): Promise<{ used: number; csv: string }> {
  const app = await launchApp();
  try {
    const { page } = app;
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'hardwareConcurrency', { get: () => 8 });
    });
    await page.reload();
    await page.waitForFunction(() => window.fieldsift !== undefined);
    await page.evaluate(() => window.fieldsift?.ready);
    await page.evaluate((most) => window.fieldsift?.limitWorkers(most), workers);
    await dropFolders(page, [join(drawn.root, 'Drawn photos')]);
    expect(await finishRun(page)).toMatchObject({ total: count, done: count, failed: 0 });
    const used = await page.evaluate(
      () => new Set(window.fieldsift?.work().map(({ worker }) => worker)).size,
    );
    return { used, csv: await page.evaluate(() => window.fieldsift?.exportFile('photos.csv') ?? '') };
  } finally {
    await app.close();
  }
}

it('one, two and three workers say the same of every photo', async () => {
  const one = await photosBy(1);
  expect(one.used).toBe(1);
  expect(one.csv.trim().split('\n')).toHaveLength(count + 1);
  for (const workers of [2, 3]) {
    const several = await photosBy(workers);
    expect(several.used, 'all of them had photos').toBe(workers);
    expect(several.csv).toBe(one.csv);
  }
});
