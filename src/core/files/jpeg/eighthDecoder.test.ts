import { decode } from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { jpegOf, type JpegForm } from '../../../../tests/fixtures/jpegVariants.ts';
import { createRandom } from '../../statistics/randomSource.ts';
import type { RgbaPixels } from '../pixels.ts';
import { decodeEighth } from './eighthDecoder.ts';

/** Slopes, edges and noise in every colour. */
function picture(width: number, height: number): RgbaPixels {
  const random = createRandom(7);
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let index = 0; index < width * height; index += 1) {
    const x = index % width;
    const y = Math.floor(index / width);
    const edge = x > width / 2 && y > height / 3 ? 60 : 0;
    data[index * 4] = 40 + (120 * x) / width + edge + random.next() * 30;
    data[index * 4 + 1] = 60 + (100 * y) / height + random.next() * 30;
    data[index * 4 + 2] = 180 - (120 * x) / width - edge / 2 + random.next() * 30;
  }
  return { width, height, data };
}

/** Greatest and mean difference to the means of 8 x 8 pixels of a full decode by another program. */
function difference(jpeg: Uint8Array): { most: number; mean: number } {
  const eighth = decodeEighth(jpeg);
  if (!eighth) throw new Error('not decoded');
  const full = decode(jpeg, { useTArray: true, formatAsRGBA: true });
  let most = 0;
  let total = 0;
  for (let index = 0; index < eighth.width * eighth.height * 3; index += 1) {
    const pixel = Math.floor(index / 3);
    const left = (pixel % eighth.width) * 8;
    const top = Math.floor(pixel / eighth.width) * 8;
    let sum = 0;
    for (let part = 0; part < 64; part += 1) {
      sum += full.data[((top + (part >> 3)) * full.width + left + (part & 7)) * 4 + (index % 3)] ?? 0;
    }
    const apart = Math.abs(sum / 64 - (eighth.data[pixel * 4 + (index % 3)] ?? 0));
    most = Math.max(most, apart);
    total += apart;
  }
  return { most, mean: total / (eighth.width * eighth.height * 3) };
}

const forms: [name: string, form: JpegForm][] = [
  ['4:2:0', {}],
  ['4:2:2', { subsampling: [2, 1] }],
  ['4:4:0', { subsampling: [1, 2] }],
  ['4:4:4', { subsampling: [1, 1] }],
  ['grey', { color: 'grey' }],
  ['restart markers', { restartInterval: 3 }],
];

describe('decodeEighth', () => {
  it.each(forms)('gives the means of 8 x 8 pixels of %s', (_, form) => {
    for (const quality of [40, 75, 97]) {
      const { most, mean } = difference(jpegOf(picture(160, 96), form, quality));
      expect(most).toBeLessThan(4);
      expect(mean).toBeLessThan(0.8);
    }
  });

  it('rounds the sides up', () => {
    expect(decodeEighth(jpegOf(picture(65, 33)))).toMatchObject({ width: 9, height: 5 });
  });

  it.each([
    ['progressive', { progressive: true }],
    ['CMYK', { color: 'CMYK' }],
  ] as [string, JpegForm][])('leaves %s to others', (_, form) => {
    expect(decodeEighth(jpegOf(picture(64, 64), form))).toBeNull();
  });

  it('leaves colour profiles to the browser', () => {
    const jpeg = jpegOf(picture(64, 64));
    const profile = new TextEncoder().encode('ICC_PROFILE\0');
    const segment = [0xff, 0xe2, 0, profile.length + 2, ...profile];
    expect(decodeEighth(Uint8Array.from([0xff, 0xd8, ...segment, ...jpeg.subarray(2)]))).toBeNull();
  });

  it('never throws on damage: it decodes or leaves it to others', () => {
    const jpeg = jpegOf(picture(96, 64), { restartInterval: 5 });
    const random = createRandom(11);
    for (let round = 0; round < 300; round += 1) {
      const damaged = jpeg.slice(0, random.chance(0.3) ? random.whole(2, jpeg.length) : jpeg.length);
      for (let hit = random.whole(1, 6); hit > 0; hit -= 1) {
        damaged[random.whole(2, damaged.length - 1)] = random.whole(0, 255);
      }
      expect(() => decodeEighth(damaged)).not.toThrow();
    }
  });

  it('leaves a scan that ends too early to others', () => {
    const jpeg = jpegOf(picture(160, 96));
    expect(decodeEighth(jpeg.subarray(0, jpeg.length / 2))).toBeNull();
  });
});
