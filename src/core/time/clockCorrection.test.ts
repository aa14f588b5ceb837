import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilSeconds, type CaptureTime } from './captureTime.ts';
import { formatCivil } from './civilShift.ts';
import {
  correctCaptureTime,
  noClockCorrection,
  steadyCaptureTime,
  type ClockCorrection,
} from './clockCorrection.ts';
import { groupIntoSequences } from '../decisions/sequence/sequence.ts';
import { utcSeconds } from './utcOffset.ts';

const time = (civil: string, offset: string | null = null): CaptureTime => {
  return { civil, subsecond: null, offset, source: 'exif' };
};
function correct(civil: string, correction: Partial<ClockCorrection>, offset: string | null = null) {
  return correctCaptureTime(time(civil, offset), { ...noClockCorrection, ...correction });
}

describe('correctCaptureTime', () => {
  it('changes nothing without a correction, and invents no offset from UTC', () => {
    expect(correct('2021-06-04T18:32:05', {})).toEqual(time('2021-06-04T18:32:05'));
    expect(correct('2021-06-04T18:32:05', { offsetSeconds: 60 })?.offset).toBeNull();
  });

  it('leaves the original as it was', () => {
    const original = Object.freeze(time('2021-06-04T18:32:05'));
    correctCaptureTime(original, { ...noClockCorrection, offsetSeconds: 60, dayMonthSwapped: true });
    expect(original.civil).toBe('2021-06-04T18:32:05');
  });

  it('applies its parts in their order: day and month, year, offset, drift', () => {
    const correction: Partial<ClockCorrection> = {
      dayMonthSwapped: true,
      wrongYear: { years: 1, reference: '2020-08-03T00:00:00' },
      offsetSeconds: 3600,
      drift: {
        first: { camera: '2021-08-01T00:00:00', true: '2021-08-01T00:00:00' },
        second: { camera: '2021-08-11T00:00:00', true: '2021-08-11T00:00:40' },
      },
    };
    // 2020-03-08 -> 2020-08-03 -> 2021-08-03 -> 11:00 -> two days and eleven hours of 4 s a day.
    expect(correct('2020-03-08T10:00:00', correction)?.civil).toBe('2021-08-03T11:00:10');
  });

  it('gives every photo the offset its zone has, in place of the camera’s', () => {
    const zone = { utcOffset: '-07:00', transitions: [] };
    expect(correct('2021-06-04T18:32:05', { zone }, '+00:00')).toEqual(time('2021-06-04T18:32:05', '-07:00'));
  });

  it('ends summer time for a camera left running, without moving the moment', () => {
    const zone = { utcOffset: '+02:00', transitions: [] };
    const daylightSaving = [{ from: '2021-10-31T03:00:00', seconds: -3600 }];
    const before = correct('2021-10-31T02:59:59', { zone, daylightSaving });
    const after = correct('2021-10-31T03:00:00', { zone, daylightSaving });
    expect(before).toEqual(time('2021-10-31T02:59:59', '+02:00'));
    expect(after).toEqual(time('2021-10-31T02:00:00', '+01:00'));
    expect(after && before && (utcSeconds(after) ?? 0) - (utcSeconds(before) ?? 0)).toBe(1);
  });

  it('keeps photos in order on the steady clock, where civil time goes back an hour', () => {
    const correction = {
      ...noClockCorrection,
      daylightSaving: [{ from: '2021-10-31T03:00:00', seconds: -3600 }],
    };
    expect(steadyCaptureTime(time('2021-10-31T03:00:00'), correction)?.civil).toBe('2021-10-31T03:00:00');
  });

  it('says so when a photo leaves the calendar', () => {
    expect(correct('9999-12-31T23:00:00', { offsetSeconds: 7200 })).toBeNull();
  });
});

describe('grouping and clocks', () => {
  const anyTimes = fc.uniqueArray(
    fc.record({
      id: fc.string(),
      seconds: fc.integer({ min: 1.5e9, max: 1.5e9 + 4000 }),
      subsecond: fc.option(fc.stringMatching(/^\d{1,3}$/), { nil: null }),
    }),
    { selector: ({ id }) => id },
  );

  function groups(photos: { id: string; captureTime: CaptureTime }[], gap: number): string[][] {
    const frames = photos.map(({ id, captureTime }) => {
      return { id, path: id, deployment: 'Ridge', seconds: civilSeconds(captureTime) };
    });
    return groupIntoSequences(frames, gap).map((sequence) => sequence.frames.map(({ id }) => id));
  }

  it('gives the same groups before and after a fixed offset, a wrong year and a zone', () => {
    fc.assert(
      fc.property(
        anyTimes,
        fc.nat(300),
        fc.integer({ min: -1e7, max: 1e7 }),
        fc.integer({ min: -5, max: 5 }),
        (times, gap, offsetSeconds, years) => {
          const photos = times.map(({ id, seconds, subsecond }) => {
            return { id, captureTime: { ...time(formatCivil(seconds) ?? ''), subsecond } };
          });
          const correction: ClockCorrection = {
            ...noClockCorrection,
            offsetSeconds,
            wrongYear: { years, reference: '2017-07-14T00:00:00' },
            zone: { utcOffset: '+05:45', transitions: [] },
          };
          const corrected = photos.map(({ id, captureTime }) => {
            return { id, captureTime: correctCaptureTime(captureTime, correction) ?? captureTime };
          });
          expect(groups(corrected, gap)).toEqual(groups(photos, gap));
        },
      ),
    );
  });
});
