import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incompleteBeta, inverseIncompleteBeta, logGamma } from './incompleteBeta.ts';

describe('logGamma', () => {
  it('is the logarithm of the factorial at whole numbers', () => {
    let factorial = 1;
    for (let number = 1; number <= 20; number += 1) {
      expect(logGamma(number)).toBeCloseTo(Math.log(factorial), 11);
      factorial *= number;
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
    expect(() => logGamma(0)).toThrow(RangeError);
  });
});

describe('incompleteBeta', () => {
  it('equals its closed forms', () => {
    for (const x of [0, 0.01, 0.3, 0.5, 0.77, 1]) {
      expect(incompleteBeta(x, 1, 1)).toBeCloseTo(x, 14);
      expect(incompleteBeta(x, 3, 1)).toBeCloseTo(x ** 3, 14);
      expect(incompleteBeta(x, 1, 4)).toBeCloseTo(1 - (1 - x) ** 4, 14);
      expect(incompleteBeta(x, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 12);
    }
  });

  it('refuses what it is not defined for', () => {
    expect(() => incompleteBeta(1.1, 1, 1)).toThrow(RangeError);
    expect(() => incompleteBeta(0.5, 0, 1)).toThrow(RangeError);
    expect(() => incompleteBeta(Number.NaN, 1, 1)).toThrow(RangeError);
  });

  it('is undone by its inverse', () => {
    const shape = fc.integer({ min: 1, max: 2000 });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (probability, a, b) => {
        expect(incompleteBeta(inverseIncompleteBeta(probability, a, b), a, b)).toBeCloseTo(probability, 7);
      }),
    );
  });
});
