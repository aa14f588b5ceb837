import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCivil } from '../time/civilShift.ts';
import { noClockCorrection, type ClockCorrection } from '../time/clockCorrection.ts';
import { clockCorrectionProblems } from '../time/clockCorrectionProblems.ts';
import {
  emptyDrift,
  emptyZone,
  wholeMoment,
  writtenDrift,
  writtenSaving,
  writtenZone,
} from './clockDraft.ts';

/** What is kept of what was written; fails where it is refused. */
function keptOf(written: Partial<ClockCorrection> | null): ClockCorrection {
  const correction = { ...noClockCorrection, ...written };
  expect(clockCorrectionProblems(correction)).toEqual([]);
  return correction;
}

const moment = fc.integer({ min: 0, max: 2_000_000_000 }).map((seconds) => formatCivil(seconds) ?? '');

describe('the fields of a clock', () => {
  it('keep what is written in them, to the second', () => {
    fc.assert(
      fc.property(moment, moment, fc.integer({ min: 1, max: 1e6 }), (camera, truth, later) => {
        const after = (text: string) => formatCivil(Date.parse(`${text}Z`) / 1000 + later) ?? '';
        const drift = {
          first: { camera, true: truth },
          second: { camera: after(camera), true: after(truth) },
        };
        expect(keptOf(writtenDrift(drift)).drift).toEqual(drift);
      }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(moment, { minLength: 1, maxLength: 4 }), (moments) => {
        const shifts = moments.map((from, place) => ({ from, seconds: place % 2 === 0 ? 3600 : -3600 }));
        const kept = keptOf(writtenSaving(shifts)).daylightSaving;
        expect(kept.toSorted((one, other) => (one.from < other.from ? -1 : 1))).toEqual(
          shifts.toSorted((one, other) => (one.from < other.from ? -1 : 1)),
        );
        const transitions = moments.toSorted().map((from) => ({ from, utcOffset: '+01:00' }));
        const zone = { utcOffset: '+02:00', transitions };
        expect(keptOf(writtenZone(zone, null)).zone).toEqual(zone);
      }),
    );
  });

  it('change nothing before they are complete, and take the correction back when they are empty', () => {
    const point = { camera: '2021-06-01T12:00:00', true: '2021-06-01T12:00:00' };
    expect(writtenDrift({ ...emptyDrift, first: point })).toBeNull();
    expect(writtenDrift({ first: point, second: { ...point, camera: '0202-06-01T12:00:00' } })).toBeNull();
    expect(writtenSaving([{ from: '', seconds: 3600 }])).toBeNull();
    expect(writtenZone({ utcOffset: '', transitions: [{ from: '', utcOffset: '' }] }, null)).toBeNull();
    expect([writtenDrift(emptyDrift), writtenSaving([]), writtenZone(emptyZone, null)]).toEqual([
      { drift: null },
      { daylightSaving: [] },
      { zone: null },
    ]);
  });

  it('take the name of a zone for the offset it had when the photos were taken', () => {
    const zone = (utcOffset: string, civil: string) =>
      writtenZone({ ...emptyZone, utcOffset }, civil)?.zone?.utcOffset;
    expect(zone('Europe/Madrid', '2021-06-04T18:32:05')).toBe('+02:00');
    expect(zone('Europe/Madrid', '2021-12-04T18:32:05')).toBe('+01:00');
    expect(zone('-0330', '2021-12-04T18:32:05')).toBe('-03:30');
    const atlantis = writtenZone({ ...emptyZone, utcOffset: 'Atlantis' }, '2021-06-04T18:32:05');
    const problems = clockCorrectionProblems({ ...noClockCorrection, ...atlantis });
    expect(problems.map(({ text }) => text).join()).toContain('no offset from UTC');
  });

  it('read a moment that has no seconds', () => {
    expect(wholeMoment('2021-06-04T18:32')).toBe('2021-06-04T18:32:00');
    expect(wholeMoment('')).toBe('');
  });
});
