import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureTimeFromModified, type CaptureTime, civilSeconds, formatCaptureTime } from './captureTime.ts';

function at(civil: string, subsecond: string | null = null): CaptureTime {
  return { civil, subsecond, offset: null, source: 'exif' };
}

describe('civilSeconds', () => {
  it('measures gaps on the camera clock, fractions included', () => {
    const gap = civilSeconds(at('2021-03-01T00:00:01', '25')) - civilSeconds(at('2021-02-28T23:59:59', '75'));
    expect(gap).toBeCloseTo(1.5, 6);
  });

  it('keeps an hour an hour in the night the clocks change', () => {
    const before = civilSeconds(at('2021-03-28T01:30:00'));
    expect(civilSeconds(at('2021-03-28T02:30:00')) - before).toBe(3600);
    expect(civilSeconds(at('2021-03-28T03:30:00')) - before).toBe(7200);
  });

  it('reads subsecond digits as a fraction, not as a number', () => {
    expect(civilSeconds(at('2021-01-01T00:00:00', '5'))).toBeGreaterThan(
      civilSeconds(at('2021-01-01T00:00:00', '07')),
    );
  });

  it('puts a leap second right before the next minute', () => {
    expect(civilSeconds(at('2016-12-31T23:59:60'))).toBe(civilSeconds(at('2017-01-01T00:00:00')));
  });

  it('is not a number for a text that is no civil time', () => {
    expect(civilSeconds(at('2021'))).toBeNaN();
  });
});

describe('formatCaptureTime', () => {
  it('writes what the camera wrote, with its own digits of the fraction and no zone', () => {
    expect(formatCaptureTime(at('2021-06-04T18:32:05'))).toBe('2021-06-04T18:32:05');
    expect(formatCaptureTime({ ...at('2021-06-04T18:32:05', '070'), offset: '+02:00' })).toBe(
      '2021-06-04T18:32:05.070',
    );
  });
});

describe('captureTimeFromModified', () => {
  const noon = Date.UTC(2021, 5, 4, 12, 0, 0);

  it("gives the time on the reader's clock, east of Greenwich ahead of it", () => {
    expect(captureTimeFromModified(noon, 0)?.civil).toBe('2021-06-04T12:00:00');
    expect(captureTimeFromModified(noon, 120)?.civil).toBe('2021-06-04T14:00:00');
    expect(captureTimeFromModified(noon, -780)?.civil).toBe('2021-06-03T23:00:00');
  });

  it('says where it comes from, and claims neither fraction nor offset', () => {
    expect(captureTimeFromModified(noon + 250, 120)).toMatchObject({
      subsecond: null,
      offset: null,
      source: 'modified',
    });
  });

  it.each([NaN, Infinity, 9e15, -1e15])('gives nothing for %s', (modifiedAt) => {
    expect(captureTimeFromModified(modifiedAt, 0)).toBeNull();
  });

  it('comes back as the same second', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_102_444_800 }),
        fc.integer({ min: -840, max: 840 }),
        (epoch, offset) => {
          const captureTime = captureTimeFromModified(epoch * 1000, offset);
          expect(captureTime && civilSeconds(captureTime)).toBe(epoch + offset * 60);
        },
      ),
    );
  });
});
