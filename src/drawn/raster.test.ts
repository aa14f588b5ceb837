import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverEllipse, coverPolygon, createSurface } from './raster.ts';
import { storeTurned } from './storeTurned.ts';

test('a polygon covers its area, wherever it lies between pixels', () => {
  const offset = fc.double({ min: 0, max: 3, noNaN: true });
  fc.assert(
    fc.property(offset, offset, (x, y) => {
      let area = 0;
      coverPolygon(
        20,
        20,
        [
          [x + 2, y + 2],
          [x + 12, y + 2],
          [x + 12, y + 8],
          [x + 2, y + 8],
        ],
        (_x, _y, share) => {
          area += share;
        },
      );
      expect(Math.abs(area - 60)).toBeLessThan(2.6);
    }),
  );
});

test('shapes beyond the edge touch only pixels of the picture', () => {
  const visit = (x: number, y: number, share: number): void => {
    expect(x >= 0 && x < 10 && y >= 0 && y < 10 && share > 0 && share <= 1).toBe(true);
  };
  coverPolygon(
    10,
    10,
    [
      [-5, -5],
      [25, 3],
      [4, 30],
    ],
    visit,
  );
  coverEllipse(10, 10, [0, 9], [8, 8], 0.2, visit);
});

test('stored turned, a picture is put upright again by its EXIF orientation', () => {
  const upright = createSurface(3, 2);
  upright.data.set([9, 0, 0], 0);
  const at = (stored: ReturnType<typeof createSurface>, x: number, y: number): number | undefined =>
    stored.data[(y * stored.width + x) * 3];
  const clockwise = storeTurned(upright, 6);
  expect([clockwise.width, clockwise.height, at(clockwise, 0, 2)]).toEqual([2, 3, 9]);
  const half = storeTurned(upright, 3);
  expect([half.width, half.height, at(half, 2, 1)]).toEqual([3, 2, 9]);
  const anticlockwise = storeTurned(upright, 8);
  expect([anticlockwise.width, anticlockwise.height, at(anticlockwise, 1, 0)]).toEqual([2, 3, 9]);
});
