import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumArguments } from '../../scripts/browser/chromiumArguments.ts';
import type { ModelInput } from '../../src/core/models/manifest/modelManifest.ts';
import { inCorpus } from '../helpers/corpus.ts';
import type {} from '../helpers/inputDifference.ts';
import { trainingPixels, type TrainingPixels, whyNoTrainingPixels } from '../helpers/trainingPixels.ts';

const photosFolder = inCorpus('photos');
const sources = ['burrowing-owl', 'southwest', 'speciesnet-samples', 'camtrap-dp-example'];
const photosPerSource = 8;

const input: ModelInput = {
  name: 'images',
  layout: 'NHWC',
  type: 'float32',
  width: 320,
  height: 240,
  colorOrder: 'RGB',
  range: [0, 255],
  mean: [0, 0, 0],
  std: [1, 1, 1],
  resize: { mode: 'letterbox', align: 'center', padValue: 114 },
  interpolation: 'bilinear',
  antialias: true,
};

async function photosIn(source: string): Promise<string[]> {
  const names = await readdir(join(photosFolder, source), { recursive: true });
  const photos = names.filter((name) => /\.jpe?g$/i.test(name)).sort();
  return photos.slice(0, photosPerSource).map((name) => join(photosFolder, source, name));
}

/** How far the app's input is from the training code's for one photo, in levels of 0-255. */
async function differenceOf(page: Page, { path, orientation, pixels }: TrainingPixels): Promise<number> {
  await page.route('**/photo-under-test', async (route) => route.fulfill({ body: await readFile(path) }));
  const difference = await page.evaluate(
    ([url, modelInput, turn, expected]) => window.inputDifference(url, modelInput, turn, expected),
    ['/photo-under-test', input, orientation, pixels] as const,
  );
  await page.unroute('**/photo-under-test');
  return difference;
}

const reason = existsSync(photosFolder) ? whyNoTrainingPixels() : `there are no photos in ${photosFolder}`;

if (reason !== null) console.log(`Pixel parity with training is not checked: ${reason}.`);

describe.skipIf(reason !== null)("The app's pixels are those of training", () => {
  let server: ViteDevServer;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    server = await createServer({ server: { port: 0 }, logLevel: 'silent' });
    await server.listen();
    const executablePath = process.env['FIELDSIFT_BROWSER'];
    browser = await chromium.launch({
      args: chromiumArguments,
      ...(executablePath ? { executablePath } : {}),
    });
    page = await browser.newPage();
    await page.route('**/empty-page', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.goto(new URL('/empty-page', server.resolvedUrls?.local[0]).href);
    await page.addScriptTag({ type: 'module', url: '/tests/helpers/inputDifference.ts' });
    await page.waitForFunction(() => 'inputDifference' in window);
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.each(sources)('%s', async (source) => {
    const differences: number[] = [];
    for (const photo of trainingPixels(await photosIn(source), input.width, input.height)) {
      const difference = await differenceOf(page, photo);
      expect(difference, basename(photo.path)).toBeLessThan(3);
      differences.push(difference);
    }
    const mean = differences.reduce((sum, difference) => sum + difference, 0) / differences.length;
    console.log(`${source}: ${differences.length} photos differ by ${mean.toFixed(2)} of 255 on average`);
    expect(mean).toBeLessThan(1.6);
  });
});
