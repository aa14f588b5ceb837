import { describe, expect, it } from 'vitest';
import { checksNeeded, estimateLeak, leakWords } from './leakEstimate.ts';

describe('estimateLeak', () => {
  it('says: 0 of 150 checked, with 95 % confidence under 2.0 % leak', () => {
    const estimate = estimateLeak({ checked: 150, missed: 0, clear: 5000 });
    expect(leakWords(estimate)).toEqual({ missed: 0, checked: 150, confidence: '95', upper: '2.0' });
    expect(estimate.upper).toBeCloseTo(0.0197734, 7);
  });

  it('never rounds down what it promises', () => {
    const estimate = estimateLeak({ checked: 300, missed: 0, clear: 5000 });
    expect(estimate.upper).toBeCloseTo(0.00993608, 8);
    expect(leakWords(estimate).upper).toBe('1.0');
    expect(leakWords({ ...estimate, upper: 0.02 }).upper).toBe('2.0');
    expect(leakWords({ ...estimate, upper: 0.0201 }).upper).toBe('2.1');
  });

  it('leaves nothing to doubt once every clear sequence is checked', () => {
    expect(estimateLeak({ checked: 150, missed: 3, clear: 150 }).mostLeft).toBe(0);
    expect(estimateLeak({ checked: 150, missed: 0, clear: 200 }).mostLeft).toBe(2);
  });

  it('promises nothing before the first check', () => {
    const estimate = estimateLeak({ checked: 0, missed: 0, clear: 12 });
    expect(estimate.upper).toBe(1);
    expect(estimate.mostLeft).toBe(12);
    expect(leakWords(estimate).upper).toBe('100.0');
  });

  it('refuses more checks than there are sequences', () => {
    expect(() => estimateLeak({ checked: 5, missed: 0, clear: 4 })).toThrow(RangeError);
    expect(() => estimateLeak({ checked: 5, missed: 6, clear: 9 })).toThrow(RangeError);
  });
});

describe('checksNeeded', () => {
  it('is the fewest clean checks that give the promise', () => {
    for (const share of [0.001, 0.01, 0.02, 0.05, 0.5]) {
      const needed = checksNeeded(share);
      expect(estimateLeak({ checked: needed, missed: 0, clear: 10_000 }).upper).toBeLessThanOrEqual(share);
      expect(estimateLeak({ checked: needed - 1, missed: 0, clear: 10_000 }).upper).toBeGreaterThan(share);
    }
    expect(checksNeeded(0.02)).toBe(149);
  });
});
