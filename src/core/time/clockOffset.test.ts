import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaptureTime } from './captureTime.ts';
import { formatCivil } from './civilShift.ts';
import { correctCaptureTime, noClockCorrection, type ClockCorrection } from './clockCorrection.ts';
import { offsetForTruth } from './clockOffset.ts';

const time = (civil: string): CaptureTime => ({ civil, subsecond: null, offset: null, source: 'exif' });

describe('offsetForTruth', () => {
  it('is the true time less the camera’s, whatever was corrected before', () => {
    const at = (correction: Partial<ClockCorrection>, truth: string) =>
      offsetForTruth(time('2021-07-05T10:00:00'), { ...noClockCorrection, ...correction }, truth);
    expect(at({}, '2021-07-05T11:00:30')).toBe(3630);
    expect(at({ offsetSeconds: 60 }, '2021-07-05T09:59:00')).toBe(-60);
    expect(at({ dayMonthSwapped: true }, '2021-05-07T10:00:05')).toBe(5);
    expect(
      at({ daylightSaving: [{ from: '2021-07-01T00:00:00', seconds: -3600 }] }, '2021-07-05T09:00:01'),
    ).toBe(1);
  });

  it('is nothing for what is no time', () => {
    expect(offsetForTruth(time('2021-07-05T10:00:00'), noClockCorrection, 'noon')).toBeNull();
  });

  it('makes the photo’s time the true one', () => {
    const moment = fc.integer({ min: 1.4e9, max: 1.8e9 }).map((seconds) => formatCivil(seconds) ?? '');
    fc.assert(
      fc.property(moment, moment, fc.integer({ min: -1e7, max: 1e7 }), (shown, truth, before) => {
        const correction = { ...noClockCorrection, offsetSeconds: before };
        const offsetSeconds = offsetForTruth(time(shown), correction, truth);
        expect(offsetSeconds).not.toBeNull();
        const after = { ...correction, offsetSeconds: offsetSeconds ?? NaN };
        expect(correctCaptureTime(time(shown), after)?.civil).toBe(truth);
      }),
    );
  });
});
