import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clopperPearson, lowerBound, upperBound } from './clopperPearson.ts';

// 95 % limits found by halving on sums of binomial terms (Python 3, math.comb), a way that shares nothing with the
// beta function used here. Rounded, they are those of the printed tables: 0 of 10 is 0 to 30.85 %, 8 of 100 is 3.52 to
// 15.16 %; 81 of 263 is the worked example of R. Newcombe, Statistics in Medicine 17 (1998): 0.2527 to 0.3676.
const tabulated = [
  [0, 10, 0, 0.3084971078],
  [1, 10, 0.0025285786, 0.445016117],
  [5, 10, 0.1870860284, 0.8129139716],
  [10, 10, 0.6915028922, 1],
  [2, 20, 0.0123485272, 0.316982714],
  [0, 100, 0, 0.0362166927],
  [8, 100, 0.0351715625, 0.1515576359],
  [81, 263, 0.2527367456, 0.3676219226],
  [145, 150, 0.9239276775, 0.9890898135],
] as const;

describe('clopperPearson', () => {
  it.each(tabulated)('gives the tabulated interval of %i of %i', (successes, total, low, high) => {
    const interval = clopperPearson(successes, total);
    expect(interval.low).toBeCloseTo(low, 9);
    expect(interval.high).toBeCloseTo(high, 9);
  });

  it('bounds one side: 0 of 150 is under 1 - 0.05^(1/150)', () => {
    expect(upperBound(0, 150)).toBeCloseTo(1 - 0.05 ** (1 / 150), 12);
    expect(upperBound(2, 150)).toBeCloseTo(0.0413749699, 9);
    expect(lowerBound(150, 150)).toBeCloseTo(0.05 ** (1 / 150), 12);
  });

  it.each([
    [0, 150, 0, 0.02429259716612193, 0.01977343816468317],
    [3, 150, 0.004143625281220336, 0.05733422228823086, 0.05087706797856488],
    [8, 10, 0.4439045376923585, 0.9747892736731665, 0.9632285621125349],
    [966, 1000, 0.9528105613842912, 0.9763413518919118, 0.9748887896031677],
  ])('is SciPy’s for %i of %i, on both sides and on one', (count, of, low, high, upper) => {
    // SciPy 1.17.1: binomtest(count, of).proportion_ci(0.95, method='exact'), and with alternative='less'.
    expect(clopperPearson(count, of).low).toBeCloseTo(low, 9);
    expect(clopperPearson(count, of).high).toBeCloseTo(high, 9);
    expect(upperBound(count, of)).toBeCloseTo(upper, 9);
  });

  it('says nothing of no sample', () => {
    expect(clopperPearson(0, 0)).toEqual({ low: 0, high: 1 });
    expect(upperBound(0, 0)).toBe(1);
  });

  it('refuses what is no share', () => {
    expect(() => clopperPearson(3, 2)).toThrow(RangeError);
    expect(() => clopperPearson(0.5, 2)).toThrow(RangeError);
    expect(() => upperBound(1, 2, 1)).toThrow(RangeError);
  });

  const sample = fc.nat(3000).chain((total) => fc.tuple(fc.nat(total), fc.constant(total)));

  it('holds the share itself, mirrors, and narrows with less confidence', () => {
    fc.assert(
      fc.property(sample, ([successes, total]) => {
        const { low, high } = clopperPearson(successes, total);
        const mirrored = clopperPearson(total - successes, total);
        expect(mirrored.low).toBeCloseTo(1 - high, 9);
        expect(mirrored.high).toBeCloseTo(1 - low, 9);
        const share = total === 0 ? 0.5 : successes / total;
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
        const narrow = clopperPearson(successes, total, 0.5);
        expect(narrow.low).toBeGreaterThanOrEqual(low);
        expect(narrow.high).toBeLessThanOrEqual(high);
      }),
    );
  });

  it('covers the true share at least as often as it claims', () => {
    const total = 25;
    for (const share of [0.02, 0.1, 0.33, 0.5, 0.9]) {
      let covered = 0;
      let chance = (1 - share) ** total;
      for (let successes = 0; successes <= total; successes += 1) {
        const { low, high } = clopperPearson(successes, total);
        if (low <= share && share <= high) covered += chance;
        chance *= ((total - successes) / (successes + 1)) * (share / (1 - share));
      }
      expect(covered).toBeGreaterThanOrEqual(0.95);
    }
  });
});
