import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaptureTime } from './captureTime.ts';
import { formatCivil } from './civilShift.ts';
import { dayMonthEvidence, swapDayMonth } from './dayMonth.ts';

const time = (civil: string): CaptureTime => ({ civil, subsecond: null, offset: null, source: 'exif' });

describe('swapDayMonth', () => {
  it('swaps where both readings are dates, and leaves the others as they are', () => {
    expect(swapDayMonth(time('2021-03-08T10:00:00')).civil).toBe('2021-08-03T10:00:00');
    expect(swapDayMonth(time('2021-03-13T10:00:00')).civil).toBe('2021-03-13T10:00:00');
  });

  it('undoes itself for every day there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e9 }), (seconds) => {
        const original = time(formatCivil(seconds) ?? '');
        expect(swapDayMonth(swapDayMonth(original))).toEqual(original);
      }),
    );
  });
});

describe('dayMonthEvidence', () => {
  it('lists what a person has to look at, and what speaks against a swap', () => {
    const [both, same, after] = ['2021-03-08T10:00:00', '2021-03-03T10:00:00', '2021-03-13T10:00:00'].map(
      (civil) => ({ captureTime: time(civil) }),
    );
    if (!both || !same || !after) throw new Error('three photos');
    expect(dayMonthEvidence([both, same, after])).toEqual({ ambiguous: [both], asWritten: [after] });
  });
});
