import { describe, expect, it } from 'vitest';
import { createRandom } from '../drawn/randomSource.ts';
import { calibrationCurve } from './calibrationCurve.ts';

describe('calibrationCurve', () => {
  it('sets the score of each bin against the share that is right', () => {
    const { bins, expectedError } = calibrationCurve([
      { score: 0.92, correct: true },
      { score: 0.98, correct: false },
      { score: 1, correct: true },
      { score: 0.1, correct: false },
    ]);
    expect(bins).toHaveLength(2);
    expect(bins[0]).toMatchObject({ from: 0.1, to: 0.2, meanScore: 0.1, right: { count: 0, of: 1 } });
    expect(bins[1]).toMatchObject({ from: 0.9, to: 1, right: { count: 2, of: 3 } });
    expect(expectedError).toBeCloseTo((Math.abs(2.9 / 3 - 2 / 3) * 3 + 0.1) / 4, 12);
  });

  it('finds no error in scores that come true as often as they say, and much in boasts', () => {
    const random = createRandom(3);
    const honest = Array.from({ length: 20_000 }, () => {
      const score = random.next();
      return { score, correct: random.next() < score };
    });
    expect(calibrationCurve(honest).expectedError).toBeLessThan(0.02);
    const boasting = honest.map(({ score, correct }) => ({ score: 0.9 + score / 10, correct }));
    expect(calibrationCurve(boasting).expectedError).toBeGreaterThan(0.4);
  });

  it('is empty without answers', () => {
    expect(calibrationCurve([])).toEqual({ bins: [], expectedError: 0 });
  });
});
