import { expect, it } from 'vitest';
import { contentKeyOf } from '../../src/platform/contentKey.ts';
import type { MadeCopy } from '../../src/workers/share/contract.ts';
import { safeCopy } from '../../src/workers/share/safeCopy.ts';
import { quadrantColours, quadrantsPhoto, withOrientation } from '../fixtures/quadrants.ts';

const cover = { x: 0.1, y: 0.1, width: 0.3, height: 0.3 };

async function copyOf(bytes: Uint8Array<ArrayBuffer>, changes: object = {}): Promise<MadeCopy> {
  const file = new File([bytes], 'A.JPG');
  const contentKey = await contentKeyOf(file);
  return safeCopy({
    file,
    contentKey,
    covers: [cover],
    infoBar: 0,
    longestSide: null,
    mostBytes: null,
    ...changes,
  });
}

async function shown(copy: MadeCopy): Promise<ImageData> {
  if ('failure' in copy) throw new Error(copy.failure);
  const bitmap = await createImageBitmap(new Blob([copy.bytes], { type: 'image/jpeg' }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  return context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? new ImageData(1, 1);
}

function pixel({ data, width }: ImageData, x: number, y: number): number[] {
  return [...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 3)];
}

it.each([1, 2, 3, 4, 5, 6, 7, 8])('covers the upright place, with orientation %i', async (orientation) => {
  const bytes = withOrientation(await quadrantsPhoto(640, 480, 'image/jpeg'), orientation);
  const upright = await createImageBitmap(new Blob([bytes]));
  const copy = await copyOf(bytes);
  const image = await shown(copy);
  expect([image.width, image.height]).toEqual([upright.width, upright.height]);
  const colours = new Set<string>();
  for (let y = Math.ceil(0.1 * image.height); y < 0.4 * image.height; y += 1) {
    for (let x = Math.ceil(0.1 * image.width); x < 0.4 * image.width; x += 1)
      colours.add(pixel(image, x, y).join());
  }
  expect([...colours]).toEqual(['32,32,32']);
  const reference = new OffscreenCanvas(upright.width, upright.height).getContext('2d');
  reference?.drawImage(upright, 0, 0);
  const original = reference?.getImageData(0, 0, upright.width, upright.height) ?? new ImageData(1, 1);
  for (const [x, y] of [
    [image.width - 20, 20],
    [20, image.height - 20],
    [image.width - 20, image.height - 20],
  ] as const) {
    pixel(image, x, y).forEach((level, channel) => {
      expect(Math.abs(level - (pixel(original, x, y)[channel] ?? 0))).toBeLessThan(12);
    });
  }
});

it('has nothing of the original file in it: no Exif, no other segment, no equal bytes', async () => {
  const bytes = withOrientation(await quadrantsPhoto(640, 480, 'image/jpeg'), 6);
  const copy = await copyOf(bytes);
  if ('failure' in copy) throw new Error(copy.failure);
  const text = new TextDecoder('latin1').decode(copy.bytes);
  expect(text).not.toMatch(/exif|xmp|photoshop|icc_profile/i);
  expect(copy.sha256).not.toBe(await crypto.subtle.digest('SHA-256', bytes));
  const markers = [...text.matchAll(/\xff([\xe1-\xef\xfe])/g)];
  expect(markers).toEqual([]);
});

it('is as large as asked, and without its foot', async () => {
  const bytes = await quadrantsPhoto(640, 480, 'image/png');
  const image = await shown(await copyOf(bytes, { longestSide: 320, infoBar: 0.1, covers: [] }));
  expect([image.width, image.height]).toEqual([320, 216]);
  quadrantColours[3]?.forEach((level, channel) => {
    expect(Math.abs((pixel(image, 300, 200)[channel] ?? 0) - level)).toBeLessThan(12);
  });
});

it('is not made of a file that changed since the models saw it', async () => {
  const bytes = await quadrantsPhoto(64, 48, 'image/jpeg');
  expect(await copyOf(bytes, { contentKey: 'of another photo' })).toHaveProperty('failure');
});

it('says in plain words what is wrong with a broken photo', async () => {
  const bytes = (await quadrantsPhoto(640, 480, 'image/jpeg')).slice(0, 2000);
  const copy = await copyOf(bytes);
  expect('failure' in copy && copy.failure).toMatch(/\w+ \w+/);
});
