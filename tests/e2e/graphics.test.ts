import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { softwareGraphicsArguments } from '../../scripts/browser/chromiumArguments.ts';
import { usePack } from '../../scripts/sift/door.ts';
import type { RuntimeTrial } from '../../src/core/models/runtime/runtimeVerdict.ts';
import { largeFolder } from '../../src/drawn/largeFolder.ts';
import { graphicsPack, packFiles } from '../fixtures/pack.ts';
import { dropFolders, launchApp, type AppWindow } from '../helpers/app.ts';
import { drawFolder, type DrawnFolder } from '../helpers/drawnFolder.ts';
import { packFolder, type PackFolder } from '../helpers/packFolder.ts';
import { finishRun } from '../helpers/run.ts';
import {
  failGraphicsAfter,
  rememberTrial,
  storedCounts,
  storedTrials,
  type GraphicsMishap,
} from '../helpers/graphics.ts';

const count = 30;
let drawn: DrawnFolder;
let photos: string;
let packs: PackFolder;
let pack: string;
/** What WASM alone says of the photos. */
let expected: string;
let app: AppWindow | undefined;

beforeAll(async () => {
  drawn = await drawFolder(largeFolder({ count, seed: 3, width: 640, height: 480, deployments: 1 }));
  photos = join(drawn.root, 'Drawn photos');
  packs = await packFolder();
  pack = await packs.write('mean color', graphicsPack());
  const plain = await launchApp();
  await usePack(plain.page, pack);
  expected = await sift(plain.page);
  await plain.close();
});
afterAll(() => Promise.all([drawn.remove(), packs.remove()]));
afterEach(() => app?.close());

/** A trial that went well. */
const good: RuntimeTrial = { kind: 'measured', difference: 0, wasmMilliseconds: 9, webgpuMilliseconds: 1 };

/** The app in a browser with a graphics processor, or a computed one. @throws Error that says so when it has none */
async function launchWithGraphics(): Promise<AppWindow> {
  const opened = await launchApp({ browserArguments: softwareGraphicsArguments });
  app = opened;
  const hasAdapter = await opened.page.evaluate(() =>
    navigator.gpu.requestAdapter().then(
      (adapter) => adapter !== null,
      () => false,
    ),
  );
  if (hasAdapter) return opened;
  throw new Error(
    'This browser offers no WebGPU adapter, not even SwiftShader, so the graphics processor cannot be tested here. ' +
      'FIELDSIFT_BROWSER can name a Chromium that has it.',
  );
}

async function sift(page: Page): Promise<string> {
  await dropFolders(page, [photos]);
  expect(await finishRun(page)).toMatchObject({ total: count, done: count, failed: 0 });
  return page.evaluate(() => window.fieldsift?.exportFile('photos.csv') ?? '');
}

describe('a model that the graphics processor may compute', () => {
  it('is tried on both, gives the same answers, and stays where it is faster', async () => {
    const { page, record } = await launchWithGraphics();
    await usePack(page, pack);
    await sift(page);
    // What computes in the place of a graphics processor here is slower than WASM.
    await page.getByText('the graphics processor gives the same answers, but slower').waitFor();
    const [trial] = await storedTrials(page);
    expect(trial?.trial).toMatchObject({ kind: 'measured' });
    expect(trial?.trial.kind === 'measured' && trial.trial.difference).toBeLessThan(1e-4);
    expect(record.pageErrors).toEqual([]);
    expect(record.foreignRequests).toEqual([]);

    await page.getByRole('link', { name: 'Models' }).click();
    const card = page.getByRole('article', { name: 'Mean color' });
    await card.getByText('gives the same answers, but slower').waitFor();
    await card.getByRole('button', { name: /^Try again/ }).click();
    await card.getByText('The first run tries').waitFor();
    expect(await storedTrials(page)).toEqual([]);
  });

  it.each<GraphicsMishap>(['lost device', 'out of memory'])(
    'goes on with WASM after a %s in mid-run, and no photo is lost or doubled',
    async (mishap) => {
      const { page, record } = await launchWithGraphics();
      await usePack(page, pack);
      await rememberTrial(page, good);
      await dropFolders(page, [photos]);
      await page.getByText('Computed by the graphics processor').waitFor();
      await failGraphicsAfter(page, mishap, 12);
      expect(await finishRun(page)).toMatchObject({ total: count, done: count, failed: 0 });
      await page.getByText('since the graphics processor failed in this run').waitFor();
      expect(await page.evaluate(() => window.fieldsift?.exportFile('photos.csv'))).toBe(expected);
      expect(await storedCounts(page)).toEqual({ media: count, outputs: count });
      expect(expected.trim().split('\n')).toHaveLength(count + 1);
      expect(record.pageErrors).toEqual([]);
    },
  );

  it('is computed by the graphics processor offline too, if it was chosen while online', async () => {
    const { page, server } = await launchWithGraphics();
    await page.getByText('Ready to work offline').waitFor({ timeout: 60_000 });
    await usePack(page, pack);
    await rememberTrial(page, good);
    const kept = (): Promise<number> =>
      page.evaluate(async () => (await (await caches.open('fieldsift-graphics-runtime')).keys()).length);
    await expect.poll(kept, { timeout: 60_000 }).toBe(1);
    await server.close();
    await page.reload();
    await page.waitForFunction(() => window.fieldsift !== undefined);
    await page.evaluate(() => window.fieldsift?.ready);
    expect(await sift(page)).toBe(expected);
    await page.getByText('Computed by the graphics processor').waitFor();
  });

  it('is not tried where its manifest names WASM alone', async () => {
    const { page } = await launchWithGraphics();
    await usePack(page, await packs.write('wasm alone', packFiles()));
    await sift(page);
    await page.getByText('Computed by the processor, as this model is made for.').waitFor();
    expect(await storedTrials(page)).toEqual([]);
  });
});
