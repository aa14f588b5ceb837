import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';
import { jpegDamage } from '../../src/core/files/jpeg/jpegDamage.ts';
import { isTruncatedJpeg } from '../../src/core/files/image/jpegHeader.ts';
import { browserOptions } from '../../scripts/sift/appWindow.ts';

const rounds = 3;

/** ms of one photo, best of all rounds. */
interface Times {
  walk: number;
  decode: number;
}

/** ms that the page takes to make a picture of a JPEG; Infinity where it cannot. */
async function decodeTimes(photos: readonly Buffer[]): Promise<number[]> {
  const browser = await chromium.launch(await browserOptions());
  try {
    const page = await browser.newPage();
    await page.route('http://photos.test/**', (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      return route.fulfill({
        body: photos[Number(name)] ?? '<!doctype html>',
        contentType: name ? 'image/jpeg' : 'text/html',
      });
    });
    await page.goto('http://photos.test/');
    const times: number[] = [];
    for (const index of photos.keys()) {
      times.push(
        await page.evaluate(
          async ({ address, count }) => {
            const blob = await (await fetch(address)).blob();
            let best = Infinity;
            for (let round = 0; round < count; round += 1) {
              const started = performance.now();
              try {
                const bitmap = await createImageBitmap(blob);
                best = Math.min(best, performance.now() - started);
                bitmap.close();
              } catch {
                return Infinity;
              }
            }
            return best;
          },
          { address: `/${index}`, count: rounds },
        ),
      );
    }
    return times;
  } finally {
    await browser.close();
  }
}

function walkTime(bytes: Uint8Array): number {
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    jpegDamage(bytes);
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0;

/** Measures what it costs to look for damage in JPEGs, beside making pictures of them, in one run on this machine. */
export async function runWalk(paths: readonly string[], say: (line: string) => void): Promise<void> {
  const photos = paths
    .map((path) => readFileSync(path))
    .filter((bytes) => bytes[0] === 0xff && !isTruncatedJpeg(bytes));
  for (const photo of photos.slice(0, 5)) walkTime(photo);
  const decodes = await decodeTimes(photos);
  const times = photos
    .map((photo, index): Times => ({ walk: walkTime(photo), decode: decodes[index] ?? Infinity }))
    .filter(({ decode }) => Number.isFinite(decode));
  const sum = (part: keyof Times): number => times.reduce((total, one) => total + one[part], 0);
  const each = (ms: number): string => `${(ms / times.length).toFixed(1)} ms`;
  const megabytes = photos.reduce((total, { length }) => total + length, 0) / 1e6;
  say(
    `${times.length} JPEGs of ${megabytes.toFixed(0)} MB: looking for damage takes ${each(sum('walk'))} a photo, ` +
      `making a picture ${each(sum('decode'))}: ${(sum('walk') / sum('decode')).toFixed(2)} of it, ` +
      `median ${median(times.map(({ walk, decode }) => walk / decode)).toFixed(2)}`,
  );
}
