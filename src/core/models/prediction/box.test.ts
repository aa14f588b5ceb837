import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clampToUnit,
  intersectionOverUnion,
  nonMaximumSuppression,
  type BoundingBox,
  type ScoredBox,
} from './box.ts';

const side = fc.double({ min: 0.01, max: 1, noNaN: true });
const corner = fc.double({ min: -0.5, max: 1, noNaN: true });
const anyBox: fc.Arbitrary<BoundingBox> = fc.record({ x: corner, y: corner, width: side, height: side });
const anyScored: fc.Arbitrary<ScoredBox> = fc.record({
  labelIndex: fc.nat(2),
  score: fc.constantFrom(0.1, 0.5, 0.5, 0.9),
  box: anyBox,
});

describe('intersectionOverUnion', () => {
  it('is a third for two equal boxes moved by half', () => {
    const box = { x: 0, y: 0, width: 2, height: 1 };
    expect(intersectionOverUnion(box, { ...box, x: 1 })).toBeCloseTo(1 / 3, 12);
  });

  it('is 1 with itself, the same both ways, and from 0 to 1', () => {
    fc.assert(
      fc.property(anyBox, anyBox, (first, second) => {
        const overlap = intersectionOverUnion(first, second);
        expect(intersectionOverUnion(first, first)).toBeCloseTo(1, 9);
        expect(intersectionOverUnion(second, first)).toBeCloseTo(overlap, 12);
        expect(overlap).toBeGreaterThanOrEqual(0);
        expect(overlap).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is 0 for boxes that only touch and for boxes without area', () => {
    const box = { x: 0, y: 0, width: 1, height: 1 };
    expect(intersectionOverUnion(box, { ...box, x: 1 })).toBe(0);
    expect(intersectionOverUnion({ ...box, width: 0 }, { ...box, width: 0 })).toBe(0);
  });
});

describe('nonMaximumSuppression', () => {
  const box = { x: 0, y: 0, width: 1, height: 1 };

  it('keeps the best of one label and all labels', () => {
    const kept = nonMaximumSuppression(
      [
        { labelIndex: 0, score: 0.6, box },
        { labelIndex: 0, score: 0.8, box },
        { labelIndex: 1, score: 0.3, box },
      ],
      0.5,
      10,
    );
    expect(kept.map(({ labelIndex, score }) => [labelIndex, score])).toEqual([
      [0, 0.8],
      [1, 0.3],
    ]);
  });

  it('leaves no two overlapping boxes of a label, and drops none without a better one over it', () => {
    fc.assert(
      fc.property(
        fc.array(anyScored, { maxLength: 20 }),
        fc.constantFrom(0.3, 0.5, 0.7),
        (boxes, overlap) => {
          const kept = nonMaximumSuppression(boxes, overlap, 100);
          const covers = (one: ScoredBox, other: ScoredBox): boolean =>
            one.labelIndex === other.labelIndex && intersectionOverUnion(one.box, other.box) > overlap;
          kept.forEach((one, index) => {
            expect(kept.slice(index + 1).some((other) => covers(one, other))).toBe(false);
          });
          for (const dropped of boxes.filter((each) => !kept.includes(each))) {
            expect(kept.some((one) => one.score >= dropped.score && covers(one, dropped))).toBe(true);
          }
        },
      ),
    );
  });

  it('does not depend on the order of its input, and keeps the best when there is room for few', () => {
    fc.assert(
      fc.property(fc.array(anyScored, { maxLength: 20 }), fc.nat(5), (boxes, most) => {
        const kept = nonMaximumSuppression(boxes, 0.5, most);
        expect(nonMaximumSuppression([...boxes].reverse(), 0.5, most)).toEqual(kept);
        expect(kept).toEqual(nonMaximumSuppression(boxes, 0.5, 100).slice(0, most));
      }),
    );
  });
});

describe('clampToUnit', () => {
  it('cuts what hangs over the edge, and leaves no area of what lies outside', () => {
    const cut = clampToUnit({ x: -0.25, y: 0.5, width: 0.5, height: 1 });
    expect(cut).toEqual({ x: 0, y: 0.5, width: 0.25, height: 0.5 });
    expect(clampToUnit({ x: 1.2, y: 0, width: 0.5, height: 1 }).width).toBe(0);
  });
});
