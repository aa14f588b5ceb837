import { describe, expect, it } from 'vitest';
import type { PhotoPixels, Size } from './pixels.ts';
import { resizePixels, resizeRows } from './resize.ts';

function pattern(width: number, height: number): PhotoPixels {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let c = 0; c < 4; c += 1) {
        data[(y * width + x) * 4 + c] = c === 3 ? 255 : 37 * x + 59 * y + 101 * c + 23 * ((x * y) % 7);
      }
    }
  }
  return { data, width, height, photo: { width, height }, scale: 1 };
}

function resized(source: PhotoPixels, size: Size, antialias = true): number[] {
  const values: number[] = [];
  resizeRows(source, size, antialias, (row) => values.push(...row.subarray(0, size.width * 3)));
  return values;
}

function bytesOf(hex: string): number[] {
  return (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}

/*
 * What Pillow 12.3 gives for the pattern above:
 *   y, x, c = numpy.mgrid[0:h, 0:w, 0:3]
 *   image = Image.fromarray(((37*x + 59*y + 101*c + 23*(x*y % 7)) % 256).astype(numpy.uint8))
 *   image.resize((tw, th), Image.Resampling.BILINEAR).tobytes().hex()
 */
const pillow: { name: string; from: [number, number]; to: [number, number]; hex: string }[] = [
  {
    name: 'shrunk to a quarter',
    from: [23, 17],
    to: [6, 5],
    hex:
      '6e8c7b81817d788c7f857f817d928285818477708669837e7677856d8677767b7c73877d6f72925f887c6e7c8f658b796d81' +
      '8a698b77847a75936d8488797b9372878f7a7f9078888b6f71925d888d6e7c90648b946b828c698b',
  },
  {
    name: 'enlarged',
    from: [6, 5],
    to: [9, 8],
    hex:
      '0065ca1378dd2b90ca44a9395dc22775da3f8ef358a78c71b91e831a7f7432978c51a39270785290855a9ca47971c3987e9b' +
      '80956a5f3fa4095dba2784b350a23d79c83d9ac765bc4a87e949ae9368cd3264c92e8a97549f64865c61b871869384a67937' +
      '8fd64aaf9470d53a889d528e73808457ae4b93b551b67361b9495476b065a28778dd42ad22776a4fac358dc96fd26f68cd3a' +
      '609d2d9f3c7698856a80e54ad2379c8e73904eb37560c53d7e9b489b5d65ad257783689553b8adec51b6ad927768cd3252b7' +
      '1c8e7358c92e93b3187d6f54b92f94f9',
  },
  {
    name: 'narrower and taller',
    from: [11, 12],
    to: [4, 20],
    hex:
      '2a8f9f87b055785db148ad674c8f7d889775756b8670916d80904a8972a4707f46ad677780876f679199878360847f8a7a81' +
      '8a5ca1869a7e7967968d69818e7d9362a26b8e64aa74768a7b88776c8e6ea273a46292985c88548e6c7cb68a90549161867b' +
      '5e655881b19e52767d4ea56770524b8e98913c9d4181ad42906b4ca857437acb6169a440948c649b4d5773c9b02c914f89b2' +
      '887a5f9d4aaf826092678a8d7175737a878562828f73807e5c7a8263a1715d8286695e9d4b91866878896876836a699e539f' +
      '7a74689f7b6583728a9168a7668565b37281917f8a6e7e8574897c9f6c949a878a568d6e7e8b8c92',
  },
];

describe('resizeRows', () => {
  it.each(pillow)('equals Pillow: $name', ({ from, to, hex }) => {
    expect(resized(pattern(...from), { width: to[0], height: to[1] })).toEqual(bytesOf(hex));
  });

  it('leaves a photo of the wanted size as it is', () => {
    const source = pattern(7, 4);
    expect(resized(source, source)).toEqual([...source.data].filter((_, index) => index % 4 !== 3));
  });

  it('keeps one colour, whatever the sizes', () => {
    const source: PhotoPixels = { ...pattern(31, 2), data: new Uint8Array(31 * 2 * 4).fill(200) };
    for (const size of [
      { width: 1, height: 1 },
      { width: 9, height: 9 },
      { width: 64, height: 1 },
    ]) {
      expect(new Set(resized(source, size))).toEqual(new Set([200]));
    }
  });

  it('without antialias mixes only the two nearest pixels, however much it shrinks', () => {
    const data = new Uint8Array(8 * 4);
    data.set([100, 100, 100, 255], 3 * 4);
    const source: PhotoPixels = { data, width: 8, height: 1, photo: { width: 8, height: 1 }, scale: 1 };
    expect(resized(source, { width: 2, height: 1 }, false)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(resized(source, { width: 1, height: 1 }, false)).toEqual([50, 50, 50]);
    expect(resized(source, { width: 1, height: 1 }, true)[0]).toBeGreaterThan(10);
  });

  it('counts only the part of the last column that belongs to the photo', () => {
    // 10 stored columns decoded at 1/4 are 2.5 columns: the third lies half beyond the edge.
    const data = new Uint8Array(3 * 4);
    data.set([0, 0, 0, 255, 0, 0, 0, 255, 240, 240, 240, 255]);
    const shrunk: PhotoPixels = { data, width: 3, height: 1, photo: { width: 10, height: 4 }, scale: 0.25 };
    const whole: PhotoPixels = { ...shrunk, photo: { width: 3, height: 1 }, scale: 1 };
    expect(resized(shrunk, { width: 1, height: 1 })[0]).toBeLessThan(
      resized(whole, { width: 1, height: 1 })[0] ?? 0,
    );
  });
});

describe('resizePixels', () => {
  it('gives opaque pixels of the same colours', () => {
    const { data, width, height } = resizePixels(pattern(23, 17), { width: 6, height: 5 });
    expect([width, height]).toEqual([6, 5]);
    expect([...data].filter((_, index) => index % 4 !== 3)).toEqual(bytesOf(pillow[0]?.hex ?? ''));
    expect([...data].filter((_, index) => index % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
  });
});
