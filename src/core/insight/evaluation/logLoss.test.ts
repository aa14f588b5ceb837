import { describe, expect, it } from 'vitest';
import { logLoss } from './logLoss.ts';

describe('logLoss', () => {
  // scikit-learn 1.9.1: log_loss(truth[:, j], scores[:, j], labels=[0, 1]) of each label j, and the mean of the three.
  // The third score of the second label is wrong and utterly sure, so that the clip decides: those scores were first
  // clipped to 1e-15 and 1 - 1e-15, as scikit-learn once did by itself.
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
    expect(byLabel[0]).toBeCloseTo(0.08733810856773438, 12);
    expect(byLabel[1]).toBeCloseTo(11.757848389140358, 9);
    expect(byLabel[2]).toBeCloseTo(0.40132426810864613, 12);
  });

  it('is scikit-learn’s to the last digit where no score is utterly sure', () => {
    const unsure = [
      [0.9, 0.2, 0.01],
      [0.1, 0.6, 0.3],
      [0.05, 0.7, 0.02],
    ];
    const { mean, byLabel } = logLoss(truth, unsure);
    [0.08733810856773438, 0.6459806598020454, 0.41140861583231897].forEach((loss, label) => {
      expect(byLabel[label]).toBeCloseTo(loss, 12);
    });
    expect(mean).toBeCloseTo(0.38157579473403297, 12);
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
