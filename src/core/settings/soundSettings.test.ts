import { describe, expect, it } from 'vitest';
import { noClockCorrection } from '../time/clockCorrection.ts';
import { checkSetting, soundSettings } from './soundSettings.ts';
import { defaultSettings } from './surveySettings.ts';

const refused = (name: string, value: unknown): string | null => {
  const checked = checkSetting(name, value);
  return checked && !checked.sound ? checked.part : null;
};

describe('settings from elsewhere go through the rules of the form', () => {
  it('takes every setting as the app itself keeps it', () => {
    const settings = {
      ...defaultSettings,
      gapSeconds: 0.5,
      utcOffset: '+02:00',
      gate: { person: 0.07, holdsVehicles: true, vehicle: 0.3, neighbourSeconds: 90 },
      thresholds: { animal: 0.1, person: null, vehicle: 1 },
      grouping: { ...defaultSettings.grouping, maximumSeconds: 30 },
      clocks: { 'Card/A': { ...noClockCorrection, offsetSeconds: -3600 } },
      stations: [{ deployment: 'Card/A', station: 'A', latitude: -33.5, longitude: 18, from: null }],
    };
    for (const [name, value] of Object.entries(settings)) {
      expect(checkSetting(name, value), name).toEqual({ sound: true, value });
    }
    expect(soundSettings(settings)).toEqual({ settings, odd: [] });
  });

  it('refuses every part that is of another kind or out of range', () => {
    for (const [name, usual] of Object.entries(defaultSettings) as [string, unknown][]) {
      for (const odd of [{ odd: [] }, [5], 'x', Number.NaN, -1, true]) {
        if (name === 'utcOffset' || name === 'clocks' || name === 'stations') continue;
        if (typeof usual !== 'object' || usual === null) expect(refused(name, odd), name).not.toBeNull();
        for (const part of Object.keys(usual ?? {})) {
          const before = (usual as Record<string, unknown>)[part];
          if (typeof before === typeof odd && typeof odd !== 'number') continue;
          expect(
            refused(name, { ...(usual as object), [part]: odd }),
            `${name}.${part} ${JSON.stringify(odd)}`,
          ).not.toBeNull();
        }
      }
    }
  });

  it.each<[string, unknown, string]>([
    ['gate', { person: 5, holdsVehicles: false, vehicle: null, neighbourSeconds: 0 }, 'gate.person'],
    ['gate', { neighbourSeconds: -1 }, 'gate.neighbours'],
    ['thresholds', { animal: null, person: 5, vehicle: 5 }, 'person'],
    ['gate', null, 'gate'],
    ['gapSeconds', 'x', 'gap'],
    ['utcOffset', '+99:99', 'zone'],
    ['clocks', null, 'clocks'],
    ['clocks', { A: 5 }, 'clocks.A'],
    [
      'clocks',
      { A: { zone: { utcOffset: 'zzz', transitions: null }, shift: 'x' } },
      'clocks.A.zone.transitions',
    ],
    ['clocks', { A: { wrongYear: { years: 0.5, reference: 'then' } } }, 'clocks.A'],
    ['stations', 'x', 'stations'],
    [
      'stations',
      [{ deployment: 'A', station: 'A', latitude: 91, longitude: 0, from: null }],
      'stations.0.latitude',
    ],
  ])('names what is wrong with %s', (name, value, part) => {
    expect(refused(name, value)).toBe(part);
  });

  it('knows nothing of settings of other versions, nor of names of the language', () => {
    for (const name of ['future', '__proto__', 'constructor']) expect(checkSetting(name, 1)).toBeNull();
  });

  it('puts what is odd in a database back to its default, and keeps the rest', () => {
    const kept = { gapSeconds: 7, gate: null, thresholds: { person: 9 }, clocks: 'x' };
    expect(soundSettings(kept)).toEqual({
      settings: { ...defaultSettings, gapSeconds: 7 },
      odd: ['gate', 'person', 'clocks'],
    });
    for (const nothing of [null, 5, 'x']) expect(soundSettings(nothing).odd).toEqual(['settings']);
  });
});
