import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, type BoundingBox } from '../../models/prediction/box.ts';
import { coverBoxes, type PlacedSign } from './coverBoxes.ts';

const sign = (box: BoundingBox, score = 0.1): PlacedSign => ({
  role: 'person',
  box,
  score,
  isSure: score >= 0.5,
});
const area = ({ width, height }: BoundingBox): number => width * height;
const side = fc.double({ min: 0.01, max: 0.5, noNaN: true });
const anySign = fc.record({
  role: fc.constantFrom<PlacedSign['role'][]>('person', 'vehicle'),
  box: fc.record({ x: side, y: side, width: side, height: side }),
  score: fc.oneof(side, fc.constant(NaN), fc.constant(Infinity)),
  isSure: fc.boolean(),
});

describe('covers of many boxes around one body', () => {
  it('have the margin of one, not of each', () => {
    const tall = { x: 0.4, y: 0.4, width: 0.1, height: 0.2 };
    const around = [0, 1, 2, 3, 4].map((step) => sign({ ...tall, x: 0.4 + step * 0.005 }, 0.2 - step * 0.01));
    const covers = coverBoxes(around, 0.25);
    expect(covers).toHaveLength(1);
    expect(area(covers[0] as BoundingBox)).toBeCloseTo(0.15 * 0.3);
  });

  it('leave two people who stand apart their own margins, and a sure one its own beside a surer', () => {
    const one = { x: 0.1, y: 0.1, width: 0.1, height: 0.2 };
    expect(coverBoxes([sign(one), sign({ ...one, x: 0.6 })], 0.25).map(({ width }) => width)).toEqual([
      expect.closeTo(0.15),
      expect.closeTo(0.15),
    ]);
    const beside = coverBoxes([sign(one, 0.9), sign({ ...one, x: 0.14 }, 0.6)], 0.25);
    expect(Math.max(...beside.map(({ x, width }) => x + width))).toBeCloseTo(0.265);
  });

  it('never leave a part of any box uncovered, and fill nothing twice', () => {
    fc.assert(
      fc.property(fc.array(anySign, { maxLength: 12 }), fc.constantFrom(0, 0.25, 1), (signs, margin) => {
        const covers = coverBoxes(signs, margin);
        for (const { box } of signs) expect(covers.some((cover) => isWithin(box, cover))).toBe(true);
        covers.forEach((cover, place) => {
          expect(covers.some((other, at) => at !== place && isWithin(cover, other))).toBe(false);
        });
      }),
    );
  });
});
