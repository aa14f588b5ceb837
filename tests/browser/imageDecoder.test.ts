import { afterEach, describe, expect, it, vi } from 'vitest';
import { readImageHeader } from '../../src/core/files/image/imageHeader.ts';
import { orientPixels } from '../../src/core/models/tensor/orientation.ts';
import type { Orientation } from '../../src/core/files/image/imageHeader.ts';
import type { RgbaPixels } from '../../src/core/files/pixels.ts';
import { resizePixels } from '../../src/core/models/tensor/resize.ts';
import type { DecodedPhoto } from '../../src/platform/frameDecoder.ts';
import { decodePhoto } from '../../src/platform/imageDecoder.ts';
import { encodedPhoto, quadrantColours, quadrantsPhoto, withOrientation } from '../fixtures/quadrants.ts';

const small = { width: 48, height: 36 };
const orientations: Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

function decode(bytes: Uint8Array<ArrayBuffer>, wanted = small): Promise<DecodedPhoto> {
  return decodePhoto(bytes, readImageHeader(bytes), wanted, 1);
}

/** The colour in the middle of each quarter of a photo. */
function quarters({ data, width, height }: RgbaPixels): number[][] {
  return [0, 1, 2, 3].map((index) => {
    const x = Math.floor(width * (index % 2 ? 0.75 : 0.25));
    const y = Math.floor(height * (index > 1 ? 0.75 : 0.25));
    return [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
  });
}

/** The quarters of the photo as a person sees it. */
function seen(photo: DecodedPhoto): number[][] {
  return quarters(orientPixels(resizePixels(photo, small), photo.orientation));
}

function expectColours(actual: number[][], expected: readonly (readonly number[])[], tolerance = 6): void {
  const differences = actual.flat().map((level, index) => Math.abs(level - (expected.flat()[index] ?? 0)));
  expect(Math.max(...differences), JSON.stringify(actual)).toBeLessThanOrEqual(tolerance);
}

/** Where the four quarters are seen after each orientation. */
const turnedQuarters: Record<Orientation, [number, number, number, number]> = {
  1: [0, 1, 2, 3],
  2: [1, 0, 3, 2],
  3: [3, 2, 1, 0],
  4: [2, 3, 0, 1],
  5: [0, 2, 1, 3],
  6: [2, 0, 3, 1],
  7: [3, 1, 2, 0],
  8: [1, 3, 0, 2],
};

function coloursAt(orientation: Orientation): (readonly number[])[] {
  return turnedQuarters[orientation].map((index) => quadrantColours[index] ?? []);
}

describe('decodePhoto', () => {
  it.each([
    [{ width: 35, height: 26 }, 1 / 8],
    [{ width: 54, height: 40 }, 1 / 4],
    [{ width: 50, height: 81 }, 1 / 2],
    [{ width: 220, height: 60 }, 1],
    [{ width: 2000, height: 1500 }, 1],
  ])('decodes a JPEG of 643 x 481 for %j at %d of its size', async (wanted, scale) => {
    const photo = await decode(await quadrantsPhoto(643, 481, 'image/jpeg'), wanted);
    expect(photo).toMatchObject({ photo: { width: 643, height: 481 }, scale });
    expect([photo.width, photo.height]).toEqual([Math.ceil(643 * scale), Math.ceil(481 * scale)]);
    expect(photo.data).toHaveLength(photo.width * photo.height * 4);
    expectColours(quarters(photo), quadrantColours);
  });

  it.each(orientations)(
    'leaves orientation %i to be applied once, whatever the scale',
    async (orientation) => {
      const bytes = withOrientation(await quadrantsPhoto(640, 480, 'image/jpeg'), orientation);
      for (const wanted of [small, { width: 640, height: 480 }]) {
        const photo = await decode(bytes, wanted);
        expect(photo.orientation).toBe(orientation);
        expect(photo.photo).toEqual({ width: 640, height: 480 });
        expectColours(seen(photo), coloursAt(orientation));
      }
    },
  );

  it.each(['image/png', 'image/webp'] as const)('decodes %s at full size', async (type) => {
    const photo = await decode(await quadrantsPhoto(640, 480, type));
    expect(photo).toMatchObject({ width: 640, height: 480, scale: 1, orientation: 1 });
    expectColours(quarters(photo), quadrantColours);
  });

  it('lays transparency over white', async () => {
    const photo = await decode(await quadrantsPhoto(64, 48, 'image/png', 0.5));
    expectColours(
      quarters(photo),
      quadrantColours.map((colour) => colour.map((level) => (level + 255) / 2)),
    );
    expect(photo.data.every((level, index) => index % 4 !== 3 || level === 255)).toBe(true);
  });

  it.each(['cmykJpeg', 'progressiveJpeg', 'fullChromaJpeg'] as const)('decodes %s', async (name) => {
    expectColours(quarters(await decode(encodedPhoto(name))), quadrantColours);
  });

  it('decodes a grey photo to its luminance', async () => {
    const grey = quadrantColours.map(([red, green, blue]) => 0.299 * red + 0.587 * green + 0.114 * blue);
    expectColours(
      quarters(await decode(encodedPhoto('greyJpeg'))),
      grey.map((level) => [level, level, level]),
    );
  });

  it.each(['turnedAvif', 'turnedPng'] as const)('applies the turn of %s', async (name) => {
    const photo = await decode(encodedPhoto(name));
    expect(photo.orientation).toBe(6);
    expectColours(seen(photo), coloursAt(6));
  });
});

describe('decodePhoto without WebCodecs', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it.each(orientations)('has orientation %i applied by the browser', async (orientation) => {
    const bytes = withOrientation(await quadrantsPhoto(640, 480, 'image/jpeg'), orientation);
    vi.stubGlobal('ImageDecoder', undefined);
    const photo = await decode(bytes);
    expect(photo.orientation).toBe(1);
    expect(photo.photo.width).toBe(orientation < 5 ? 640 : 480);
    expectColours(seen(photo), coloursAt(orientation));
  });

  it('lays transparency over white', async () => {
    const bytes = await quadrantsPhoto(64, 48, 'image/png', 0.5);
    vi.stubGlobal('ImageDecoder', undefined);
    expectColours(
      quarters(await decode(bytes)),
      quadrantColours.map((colour) => colour.map((level) => (level + 255) / 2)),
    );
  });
});

describe('decodePhoto refuses', () => {
  it('a file without bytes', async () => {
    await expect(decode(new Uint8Array(0))).rejects.toMatchObject({ code: 'empty-file' });
  });

  it('what is no image', async () => {
    const text = new TextEncoder().encode('<html>not found</html>');
    await expect(decode(text)).rejects.toMatchObject({ code: 'not-an-image' });
  });

  it.each(['image/jpeg', 'image/png', 'image/webp'] as const)('a %s that ends too early', async (type) => {
    const bytes = await quadrantsPhoto(640, 480, type);
    for (const share of [0.5, 0.99]) {
      const cut = bytes.slice(0, Math.floor(bytes.length * share));
      await expect(decode(cut)).rejects.toMatchObject({ code: 'truncated' });
    }
  });

  it('damage that the browser cannot read over', async () => {
    const bytes = await quadrantsPhoto(64, 48, 'image/png');
    bytes.fill(0, 45, bytes.length - 20);
    await expect(decode(bytes)).rejects.toMatchObject({ code: 'undecodable' });
  });

  it('more pixels than fit into memory', async () => {
    const bytes = await quadrantsPhoto(64, 48, 'image/png');
    // Width and height of the IHDR chunk, 30,000 each.
    bytes.set([0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30], 16);
    await expect(decode(bytes)).rejects.toMatchObject({ code: 'too-large' });
  });
});
