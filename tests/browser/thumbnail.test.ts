import { expect, it } from 'vitest';
import { readImageHeader } from '../../src/core/files/image/imageHeader.ts';
import { decodePhoto } from '../../src/platform/imageDecoder.ts';
import { makeThumbnail, type Thumbnail } from '../../src/platform/thumbnail.ts';
import { quadrantColours, quadrantsPhoto, withOrientation } from '../fixtures/quadrants.ts';

async function thumbnailOf(width: number, height: number, orientation: number): Promise<Thumbnail> {
  const bytes = withOrientation(await quadrantsPhoto(width, height, 'image/jpeg'), orientation);
  return makeThumbnail(await decodePhoto(bytes, readImageHeader(bytes), { width: 320, height: 320 }, 1));
}

async function shown({ bytes, mediaType }: Thumbnail): Promise<ImageData> {
  const bitmap = await createImageBitmap(new Blob([bytes], { type: mediaType }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  context?.drawImage(bitmap, 0, 0);
  return context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? new ImageData(1, 1);
}

it('is a small JPEG, upright', async () => {
  const thumbnail = await thumbnailOf(1280, 960, 6);
  expect(thumbnail.mediaType).toBe('image/jpeg');
  const { data, width, height } = await shown(thumbnail);
  expect([width, height]).toEqual([240, 320]);
  const topLeft = data.subarray((20 * width + 20) * 4, (20 * width + 20) * 4 + 3);
  quadrantColours[2]?.forEach((level, channel) => {
    expect(Math.abs((topLeft[channel] ?? 0) - level)).toBeLessThan(12);
  });
});

it('does not enlarge a small photo', async () => {
  const { width, height } = await shown(await thumbnailOf(64, 48, 1));
  expect([width, height]).toEqual([64, 48]);
});

it('carries no Exif', async () => {
  const { bytes } = await thumbnailOf(640, 480, 6);
  expect(new TextDecoder('latin1').decode(bytes)).not.toMatch(/exif/i);
});
