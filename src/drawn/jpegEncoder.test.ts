import fc from 'fast-check';
import { decode } from 'jpeg-js';
import { expect, test } from 'vitest';
import { encodeJpeg } from './jpegEncoder.ts';
import { createSurface } from './raster.ts';
import type { Surface } from './raster.ts';

function gradient(width: number, height: number): Surface {
  const surface = createSurface(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      surface.data.set([(255 * x) / width, (255 * y) / height, 128], (y * width + x) * 3);
    }
  }
  return surface;
}

function meanError(surface: Surface, bytes: Uint8Array): number {
  const decoded = decode(bytes, { useTArray: true });
  expect([decoded.width, decoded.height]).toEqual([surface.width, surface.height]);
  let sum = 0;
  for (let pixel = 0; pixel < surface.width * surface.height; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      sum += Math.abs((surface.data[pixel * 3 + channel] ?? 0) - (decoded.data[pixel * 4 + channel] ?? 0));
    }
  }
  return sum / surface.data.length;
}

test('another decoder reads back nearly the same picture', () => {
  const surface = gradient(200, 120);
  expect(meanError(surface, encodeJpeg(surface, 95))).toBeLessThan(2);
  expect(meanError(surface, encodeJpeg(surface, 40))).toBeLessThan(8);
});

test('any size is encoded whole, any content decodes', () => {
  const size = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(
      size,
      size,
      fc.integer({ min: 1, max: 100 }),
      fc.infiniteStream(fc.nat(255)),
      (width, height, quality, stream) => {
        const surface = createSurface(width, height);
        surface.data.set([...stream.take(surface.data.length)]);
        const decoded = decode(encodeJpeg(surface, quality), { useTArray: true });
        expect([decoded.width, decoded.height]).toEqual([width, height]);
      },
    ),
    { numRuns: 40 },
  );
});

test('noise at full quality survives: the longest codes are right', () => {
  const surface = createSurface(64, 64);
  for (let i = 0; i < surface.data.length; i++) surface.data[i] = (i * 2_654_435_761) % 256 > 127 ? 255 : 0;
  for (let i = 0; i < surface.data.length; i++) surface.data[i] = surface.data[i - (i % 3)] ?? 0;
  expect(meanError(surface, encodeJpeg(surface, 100))).toBeLessThan(2);
});

test('better quality takes more bytes', () => {
  const surface = gradient(160, 160);
  expect(encodeJpeg(surface, 95).length).toBeGreaterThan(encodeJpeg(surface, 50).length);
});
