import { describe, expect, it } from 'vitest';
import { measureShare } from '../../statistics/measuredShare.ts';
import { sampleWarning } from './sampleWarning.ts';

describe('sampleWarning', () => {
  it('warns of ten checks and not of a thousand', () => {
    expect(sampleWarning(measureShare(9, 10))?.margin).toBeGreaterThan(0.2);
    expect(sampleWarning(measureShare(900, 1000))).toBeNull();
    expect(sampleWarning(measureShare(0, 0))).toMatchObject({ margin: 0.5 });
  });

  it('names a number of checks that is about enough, whatever the sample has shown so far', () => {
    for (const [count, of] of [
      [5, 10],
      [9, 10],
      [30, 60],
    ] as const) {
      const needed = sampleWarning(measureShare(count, of))?.needed ?? 0;
      expect(needed).toBeGreaterThan(of);
      const share = (count + 2) / (of + 4);
      const later = sampleWarning(measureShare(Math.round(needed * share), needed), 0.06);
      expect(later).toBeNull();
    }
  });
});
