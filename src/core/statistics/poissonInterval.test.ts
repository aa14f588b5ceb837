import fc from 'fast-check';
import { expect, test } from 'vitest';
import { incompleteGamma } from './incompleteGamma.ts';
import { poissonInterval } from './poissonInterval.ts';

test.each([
  // Worked to 30 digits elsewhere.
  [0, 0, 3.688879],
  [1, 0.02531781, 5.571643],
  [5, 1.623486, 11.668332],
  [10, 4.795389, 18.390356],
  [100, 81.3639913, 121.6267938],
])('the interval of %i events is exact', (count, low, high) => {
  const interval = poissonInterval(count);
  expect(interval.low).toBeCloseTo(low, 5);
  expect(interval.high).toBeCloseTo(high, 5);
});

test('P of a whole shape is the tail of the Poisson distribution', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.double({ min: 0.01, max: 80, noNaN: true }),
      (shape, x) => {
        let term = Math.exp(-x);
        let below = 0;
        for (let count = 0; count < shape; count += 1) {
          below += term;
          term *= x / (count + 1);
        }
        expect(incompleteGamma(shape, x)).toBeCloseTo(1 - below, 10);
      },
    ),
  );
});

test('what is no count is refused', () => {
  expect(() => poissonInterval(1.5)).toThrow(RangeError);
  expect(() => poissonInterval(-1)).toThrow(RangeError);
  expect(() => poissonInterval(3, 1)).toThrow(RangeError);
});
