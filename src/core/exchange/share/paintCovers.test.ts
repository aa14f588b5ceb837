import { describe, expect, it } from 'vitest';
import { paintCovers, withoutFoot } from './paintCovers.ts';
import type { RgbaPixels } from '../../files/pixels.ts';

function noise(width: number, height: number): RgbaPixels {
  const data = Uint8Array.from({ length: 4 * width * height }, (_, index) => (index * 73) % 256);
  return { width, height, data };
}

function pixel({ width, data }: RgbaPixels, x: number, y: number): number[] {
  return [...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 4)];
}

describe('painting covers', () => {
  it('fills the whole box with one colour, outward to the blocks of JPEG, and nothing else', () => {
    const pixels = noise(100, 70);
    const before = noise(100, 70);
    paintCovers(pixels, [{ x: 0.2, y: 0.3, width: 0.25, height: 0.3 }]);
    for (let y = 0; y < 70; y += 1) {
      for (let x = 0; x < 100; x += 1) {
        const isInside = x >= 16 && x < 48 && y >= 16 && y < 48;
        expect(pixel(pixels, x, y)).toEqual(isInside ? [32, 32, 32, 255] : pixel(before, x, y));
      }
    }
  });

  it('reaches the edges of the picture', () => {
    const pixels = noise(20, 18);
    paintCovers(pixels, [{ x: 0, y: 0, width: 1, height: 1 }]);
    expect(pixel(pixels, 19, 17)).toEqual([32, 32, 32, 255]);
  });

  it('cuts the foot off', () => {
    expect(withoutFoot(noise(10, 100), 0.1)).toMatchObject({ width: 10, height: 90 });
    expect(withoutFoot(noise(10, 100), 0.1).data).toHaveLength(3600);
    expect(withoutFoot(noise(10, 3), 1).height).toBe(1);
  });
});
