import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundedDown, shortThreshold } from './roundedDown.ts';

const score = fc.double({ min: 0, max: 1, noNaN: true });

it('never rounds above the score, and leaves alone what has so few digits', () => {
  expect([0.57, 0.29, 0.95, 1, 0].map((one) => roundedDown(one, 2))).toEqual([0.57, 0.29, 0.95, 1, 0]);
  expect(roundedDown(0.68499, 3)).toBe(0.684);
  fc.assert(
    fc.property(score, fc.integer({ min: 1, max: 12 }), (one, digits) => {
      const down = roundedDown(one, digits);
      expect(down).toBeLessThanOrEqual(one);
      expect(one - down).toBeLessThan(10 ** -digits * 1.000001);
    }),
  );
});

it('lets the case pass that sets a threshold, and not the next one below', () => {
  expect(shortThreshold(0.684931, 0.5)).toBe(0.684);
  expect(shortThreshold(0.684931, 0.6849)).toBe(0.68493);
  fc.assert(
    fc.property(score, score, (one, other) => {
      fc.pre(one !== other);
      const [below, above] = one < other ? [one, other] : [other, one];
      const short = shortThreshold(above, below);
      expect(short).toBeLessThanOrEqual(above);
      expect(short).toBeGreaterThan(below);
    }),
  );
});
