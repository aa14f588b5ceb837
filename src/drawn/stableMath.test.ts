import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clamp, cosine, sine, smoothStep } from './stableMath.ts';

test('sine and cosine follow the platform closely', () => {
  fc.assert(
    fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (angle) => {
      expect(Math.abs(sine(angle) - Math.sin(angle))).toBeLessThan(1e-5);
      expect(Math.abs(cosine(angle) - Math.cos(angle))).toBeLessThan(1e-5);
    }),
  );
});

test('smoothStep rises or, with its ends swapped, falls', () => {
  expect([0, 1, 2, 3].map((value) => smoothStep(1, 2, value))).toEqual([0, 0, 1, 1]);
  expect(smoothStep(1, 2, 1.5)).toBe(0.5);
  expect(smoothStep(2, 1, 0)).toBe(1);
  expect(clamp(5, 0, 3)).toBe(3);
});
