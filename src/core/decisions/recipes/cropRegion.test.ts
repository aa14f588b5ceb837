import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropRegion } from './cropRegion.ts';

const photo = { width: 4000, height: 3000 };

describe('cropRegion', () => {
  it("is the box in whole pixels, rounded down as SpeciesNet's", () => {
    const box = { x: 0.1002, y: 0.5001, width: 0.2003, height: 0.3005 };
    expect(cropRegion(box, photo, { margin: 0, square: false })).toEqual({
      x: 400,
      y: 1500,
      width: 801,
      height: 901,
    });
  });

  it('gives a margin up to the edge of the photo', () => {
    const box = { x: 0.05, y: 0.4, width: 0.2, height: 0.2 };
    expect(cropRegion(box, photo, { margin: 0.5, square: false })).toEqual({
      x: 0,
      y: 900,
      width: 1400,
      height: 1200,
    });
  });

  it('moves a square inside the photo instead of cutting it', () => {
    const box = { x: 0.75, y: 0.9, width: 0.25, height: 0.1 };
    expect(cropRegion(box, photo, { margin: 0, square: true })).toEqual({
      x: 3000,
      y: 2000,
      width: 1000,
      height: 1000,
    });
  });

  it('lies in the photo and holds the middle of the box, whatever the box', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const side = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(share, share, share, share, side, side, share, fc.boolean(), (...drawn) => {
        const [x, y, right, bottom, width, height, margin, square] = drawn;
        const box = {
          x: Math.min(x, right),
          y: Math.min(y, bottom),
          width: Math.abs(right - x),
          height: Math.abs(bottom - y),
        };
        const region = cropRegion(box, { width, height }, { margin, square });
        for (const value of Object.values(region)) expect(Number.isInteger(value)).toBe(true);
        expect(region.x).toBeGreaterThanOrEqual(0);
        expect(region.y).toBeGreaterThanOrEqual(0);
        expect(region.width).toBeGreaterThanOrEqual(1);
        expect(region.height).toBeGreaterThanOrEqual(1);
        expect(region.x + region.width).toBeLessThanOrEqual(width);
        expect(region.y + region.height).toBeLessThanOrEqual(height);
        const middle = (box.x + box.width / 2) * width;
        expect(middle).toBeGreaterThanOrEqual(region.x - 1);
        expect(middle).toBeLessThanOrEqual(region.x + region.width + 1);
      }),
    );
  });
});
