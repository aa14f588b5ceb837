import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilSeconds, type CaptureTime } from './captureTime.ts';
import { formatCivil, parseCivil, shiftCaptureTime } from './civilShift.ts';

const time = (civil: string, subsecond: string | null = null): CaptureTime => {
  return { civil, subsecond, offset: null, source: 'exif' };
};

describe('parseCivil and formatCivil', () => {
  it('refuse what is no time', () => {
    for (const text of [
      '',
      '2021-06-04',
      '2021-02-30T00:00:00',
      '2021-06-04T24:00:00',
      '2021:06:04 10:00:00',
    ]) {
      expect(parseCivil(text)).toBeNull();
    }
    expect(formatCivil(NaN)).toBeNull();
    expect(formatCivil(-1e12)).toBeNull();
  });

  it('undo each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3e10, max: 2e11 }), (seconds) => {
        expect(parseCivil(formatCivil(seconds) ?? '')).toBe(seconds);
      }),
    );
  });
});

describe('shiftCaptureTime', () => {
  it('carries over midnight, month and year', () => {
    expect(shiftCaptureTime(time('2020-12-31T23:59:59', '07'), 1)).toEqual(time('2021-01-01T00:00:00', '07'));
    expect(shiftCaptureTime(time('2021-03-01T00:00:00'), -1)?.civil).toBe('2021-02-28T23:59:59');
  });

  it('keeps as many digits as the camera wrote, and carries them', () => {
    expect(shiftCaptureTime(time('2021-06-04T10:00:00', '90'), 0.25)).toEqual(
      time('2021-06-04T10:00:01', '15'),
    );
    expect(shiftCaptureTime(time('2021-06-04T10:00:00', '95'), 0.1)?.subsecond).toBe('05');
    const digits = '9'.repeat(17);
    expect(shiftCaptureTime(time('2021-06-04T10:00:00', digits), 1)).toEqual(
      time('2021-06-04T10:00:01', digits),
    );
    expect(shiftCaptureTime(time('2021-06-04T10:00:00'), -0.4)).toEqual(time('2021-06-04T10:00:00'));
    expect(shiftCaptureTime(time('2021-06-04T10:00:00'), -0.6)).toEqual(time('2021-06-04T09:59:59'));
  });

  it('leaves the calendar with null, not with nonsense', () => {
    expect(shiftCaptureTime(time('9999-12-31T23:59:59'), 1)).toBeNull();
    expect(shiftCaptureTime(time('2021-06-04T10:00:00'), Infinity)).toBeNull();
  });

  it('moves the clock by just that, and back again', () => {
    const anyTime = fc.record({
      seconds: fc.integer({ min: 0, max: 2e9 }),
      subsecond: fc.option(fc.stringMatching(/^\d{1,6}$/), { nil: null }),
    });
    fc.assert(
      fc.property(anyTime, fc.integer({ min: -1e8, max: 1e8 }), ({ seconds, subsecond }, shift) => {
        const original = time(formatCivil(seconds) ?? '', subsecond);
        const shifted = shiftCaptureTime(original, shift) ?? original;
        expect(civilSeconds(shifted) - civilSeconds(original)).toBeCloseTo(shift, 5);
        expect(shiftCaptureTime(shifted, -shift)).toEqual(original);
      }),
    );
  });
});
