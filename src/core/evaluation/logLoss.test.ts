import { describe, expect, it } from 'vitest';
import { logLoss } from './logLoss.ts';

describe('logLoss', () => {
  // In numpy: clip to 1e-15 and 1 - 1e-15, -(t log p + (1 - t) log(1 - p)), mean over all cells; the third score of
  // the second label is wrong and utterly sure, so that the clip decides.
  const truth = [
    [1, 0, 0],
    [0, 1, 1],
    [0, 0, 0],
  ];
  const scores = [
    [0.9, 0.2, 0],
    [0.1, 0.6, 0.3],
    [0.05, 1, 0],
  ];

  it('is the mean over cases and labels, clipped', () => {
    const { mean, byLabel } = logLoss(truth, scores);
    expect(mean).toBeCloseTo(4.0821702552722465, 9);
    expect(byLabel[0]).toBeCloseTo(0.08733811, 8);
    expect(byLabel[1]).toBeCloseTo(11.75784839, 7);
    expect(byLabel[2]).toBeCloseTo(0.40132427, 8);
  });

  it('does not make scores sum to 1: two animals in one photo can both be sure', () => {
    expect(logLoss([[1, 1]], [[1, 1]]).mean).toBeCloseTo(0, 12);
    expect(logLoss([[1, 1]], [[0.5, 0.5]]).mean).toBeCloseTo(Math.LN2, 12);
  });

  it('has no mean without cases, and refuses lists that do not fit', () => {
    expect(logLoss([], []).mean).toBeNull();
    expect(() => logLoss([[1]], [[1, 0]])).toThrow(RangeError);
    expect(() => logLoss([[1]], [])).toThrow(RangeError);
  });
});
