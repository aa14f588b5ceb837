import { describe, expect, it } from 'vitest';
import { measureShare } from '../../statistics/measuredShare.ts';
import { labourSaved } from './labourSaved.ts';

describe('labourSaved', () => {
  it('comes to "over 17,000 hours" for 3.2 million photos, 96.9 % automated', () => {
    // The paper gives photos, share and hours; 20 seconds a photo is what joins them.
    const { hours, workYears } = labourSaved(3_200_000, measureShare(969, 1000), 20);
    expect(hours).toBeCloseTo(17_226.67, 1);
    expect(workYears).toBeGreaterThan(8.2);
    expect(workYears).toBeLessThan(8.4);
  });

  it('carries the doubt of a small sample', () => {
    const { hours, hoursInterval } = labourSaved(36_000, measureShare(8, 10), 10);
    expect(hours).toBeCloseTo(80, 9);
    expect(hoursInterval.low).toBeLessThan(50);
    expect(hoursInterval.high).toBeGreaterThan(95);
  });

  it('promises nothing from no sample', () => {
    expect(labourSaved(1000, measureShare(0, 0), 5)).toMatchObject({ hours: 0, hoursInterval: { low: 0 } });
  });
});
