import { describe, expect, it } from 'vitest';
import { createRandom } from '../../statistics/randomSource.ts';
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

  it('has the bins of scikit-learn', () => {
    const scores = [0.97, 0.93, 0.91, 0.88, 0.82, 0.74, 0.66, 0.61, 0.58, 0.35, 0.22, 0.05];
    const right = [1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 0, 0];
    const { bins } = calibrationCurve(scores.map((score, index) => ({ score, correct: right[index] === 1 })));
    // scikit-learn 1.9.1: calibration_curve(right, scores, n_bins=10, strategy='uniform').
    const shares = [0, 0, 1, 1, 0.5, 1, 0.5, 0.6666666666666666];
    const means = [0.05, 0.22, 0.35, 0.58, 0.635, 0.74, 0.85, 0.9366666666666666];
    expect(bins).toHaveLength(shares.length);
    bins.forEach((bin, index) => {
      expect(bin.right.share).toBeCloseTo(shares[index] ?? NaN, 12);
      expect(bin.meanScore).toBeCloseTo(means[index] ?? NaN, 12);
    });
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
