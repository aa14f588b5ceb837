import { describe, expect, it } from 'vitest';
import { parseCivil } from './civilShift.ts';
import { driftCorrection, driftPerDay, type ClockDrift } from './clockDrift.ts';

// Set right on 1 June; ten days later the camera is 100 s behind.
const slow: ClockDrift = {
  first: { camera: '2021-06-01T12:00:00', true: '2021-06-01T12:00:00' },
  second: { camera: '2021-06-11T12:00:00', true: '2021-06-11T12:01:40' },
};
const at = (civil: string): number => driftCorrection(slow, parseCivil(civil) ?? NaN);

describe('driftCorrection', () => {
  it('is what was seen at both points, and in proportion between and beyond them', () => {
    expect(at('2021-06-01T12:00:00')).toBe(0);
    expect(at('2021-06-06T12:00:00')).toBe(50);
    expect(at('2021-06-11T12:00:00')).toBe(100);
    expect(at('2021-06-21T12:00:00')).toBe(200);
    expect(at('2021-05-31T12:00:00')).toBe(-10);
    expect(driftPerDay(slow)).toBeCloseTo(10, 9);
  });

  it('does not matter which point comes first', () => {
    const swapped = { first: slow.second, second: slow.first };
    expect(driftCorrection(swapped, parseCivil('2021-06-06T12:00:00') ?? NaN)).toBeCloseTo(50, 9);
  });

  it('refuses points from which no line can be drawn', () => {
    expect(() => driftCorrection({ first: slow.first, second: slow.first }, 0)).toThrow('same camera time');
    expect(() => driftCorrection({ ...slow, first: { camera: 'noon', true: 'noon' } }, 0)).toThrow('"noon"');
  });
});
