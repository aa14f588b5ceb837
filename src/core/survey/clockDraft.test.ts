import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCivil } from '../time/civilShift.ts';
import { driftText, emptyDrift, emptyZone, savingText, wholeMoment, zoneText } from './clockDraft.ts';
import { changeSettings } from '../settings/changeSettings.ts';
import { defaultSettings } from '../settings/surveySettings.ts';

const clockOf = (part: string, text: string | null) =>
  changeSettings(defaultSettings, { [`clock.Ridge.${part}`]: text ?? '' }).clocks['Ridge'];

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
        expect(clockOf('drift', driftText(drift))?.drift).toEqual(drift);
      }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(moment, { minLength: 1, maxLength: 4 }), (moments) => {
        const shifts = moments.map((from, place) => ({ from, seconds: place % 2 === 0 ? 3600 : -3600 }));
        const kept = clockOf('saving', savingText(shifts))?.daylightSaving ?? [];
        expect(kept.toSorted((one, other) => (one.from < other.from ? -1 : 1))).toEqual(
          shifts.toSorted((one, other) => (one.from < other.from ? -1 : 1)),
        );
        const transitions = moments.toSorted().map((from) => ({ from, utcOffset: '+01:00' }));
        const zone = { utcOffset: '+02:00', transitions };
        expect(clockOf('zone', zoneText(zone, null))?.zone).toEqual(zone);
      }),
    );
  });

  it('change nothing before they are complete, and take the correction back when they are empty', () => {
    const point = { camera: '2021-06-01T12:00:00', true: '2021-06-01T12:00:00' };
    expect(driftText({ ...emptyDrift, first: point })).toBeNull();
    expect(driftText({ first: point, second: { ...point, camera: '0202-06-01T12:00:00' } })).toBeNull();
    expect(savingText([{ from: '', seconds: 3600 }])).toBeNull();
    expect(zoneText({ utcOffset: '', transitions: [{ from: '', utcOffset: '' }] }, null)).toBeNull();
    expect([driftText(emptyDrift), savingText([]), zoneText(emptyZone, null)]).toEqual([
      'none',
      'none',
      'none',
    ]);
  });

  it('take the name of a zone for the offset it had when the photos were taken', () => {
    const zone = (utcOffset: string, civil: string) => zoneText({ ...emptyZone, utcOffset }, civil);
    expect(zone('Europe/Madrid', '2021-06-04T18:32:05')).toBe('+02:00');
    expect(zone('Europe/Madrid', '2021-12-04T18:32:05')).toBe('+01:00');
    expect(zone('-0330', '2021-12-04T18:32:05')).toBe('-03:30');
    expect(() => clockOf('zone', zone('Atlantis', '2021-06-04T18:32:05'))).toThrow('no offset from UTC');
  });

  it('read a moment that has no seconds', () => {
    expect(wholeMoment('2021-06-04T18:32')).toBe('2021-06-04T18:32:00');
    expect(wholeMoment('')).toBe('');
  });
});
