import { describe, expect, it } from 'vitest';
import { checkClock, type LitPhoto } from './clockCheck.ts';
import { parseCivil } from './civilShift.ts';
import { sunElevation } from './sun.ts';

const sanDiego = { latitude: 32.6, longitude: -116.9, utcOffsetSeconds: -7 * 3600 };

/** A photo every 20 minutes for two days of June, infra-red once the sun is down, on a clock off by some hours. */
function deployment(hoursOff: number, greyBelow = 0): LitPhoto[] {
  const start = parseCivil('2021-06-10T00:00:00') ?? 0;
  return Array.from({ length: 144 }, (_, index) => {
    const truth = start + index * 1200;
    const elevation = sunElevation(sanDiego.latitude, sanDiego.longitude, truth - sanDiego.utcOffsetSeconds);
    return {
      civilSeconds: truth + hoursOff * 3600,
      utcOffsetSeconds: sanDiego.utcOffsetSeconds,
      isGrey: elevation < greyBelow,
    };
  });
}

const check = (photos: LitPhoto[]) => checkClock(photos, sanDiego.latitude, sanDiego.longitude);

describe('checkClock', () => {
  it('passes a right clock, also under trees where infra-red starts with the sun still up', () => {
    expect(check(deployment(0))).toMatchObject({ verdict: 'fits', greyAtHighSun: 0, suggestion: null });
    expect(check(deployment(0, 15))).toMatchObject({ verdict: 'fits', colourAtDeepNight: 0 });
  });

  it('finds morning and evening in each other’s place, and says 12 hours', () => {
    const { verdict, greyAtHighSun, colourAtDeepNight, suggestion } = check(deployment(12));
    expect(verdict).toBe('wrong');
    expect(greyAtHighSun).toBeGreaterThan(20);
    expect(colourAtDeepNight).toBeGreaterThan(20);
    expect(suggestion).toEqual({ hours: 12, conflicts: 0 });
  });

  it('says 12 hours also where only dawns under trees were seen, which an hour more would fit as well', () => {
    const dawns = deployment(12, 15).filter((_, index) => index % 72 < 27);
    expect(check(dawns).suggestion).toEqual({ hours: 12, conflicts: 0 });
  });

  it.each([7, -6, 4])('finds a clock left %i hours ahead, in another zone', (hoursOff) => {
    const { verdict, suggestion } = check(deployment(hoursOff));
    expect(verdict).not.toBe('fits');
    expect(suggestion).toEqual({ hours: -hoursOff, conflicts: 0 });
  });

  it('lets an hour of summer time pass: the sun cannot tell', () => {
    expect(check(deployment(1)).verdict).toBe('fits');
  });

  it('only suspects a camera whose photos are all in colour: it may have a white flash', () => {
    const whiteFlash = deployment(0).map((photo) => ({ ...photo, isGrey: false }));
    expect(check(whiteFlash)).toMatchObject({ verdict: 'suspect', greyAtHighSun: 0 });
    expect(check(whiteFlash).colourAtDeepNight).toBeGreaterThan(0);
  });

  it('suspects a card of nothing but infra-red photos at noon', () => {
    const owls = deployment(12).filter(({ isGrey }) => isGrey);
    expect(check(owls)).toMatchObject({ verdict: 'suspect', suggestion: { hours: 12, conflicts: 0 } });
  });

  it('does not judge by a handful of photos, nor by twilight', () => {
    expect(check(deployment(12).slice(0, 4)).verdict).toBe('too-few');
    expect(check([]).verdict).toBe('too-few');
  });

  it.each([
    ['the southern winter, by a clock in another zone', -33.9, 18.4, '2021-07-01T00:00:00', 7200, -9],
    [
      'the southern summer, with morning and evening swapped',
      -45.8,
      170.5,
      '2021-12-20T00:00:00',
      46_800,
      12,
    ],
  ])('judges %s', (_, latitude, longitude, from, utcOffsetSeconds, hoursOff) => {
    const photos = (off: number): LitPhoto[] =>
      Array.from({ length: 72 }, (__, index) => {
        const truth = (parseCivil(from) ?? NaN) + index * 1200;
        const isGrey = sunElevation(latitude, longitude, truth - utcOffsetSeconds) < 0;
        return { civilSeconds: truth + off * 3600, utcOffsetSeconds, isGrey };
      });
    expect(checkClock(photos(0), latitude, longitude).verdict).toBe('fits');
    const { verdict, suggestion } = checkClock(photos(hoursOff), latitude, longitude);
    expect(verdict).not.toBe('fits');
    expect(suggestion?.hours).toBe(hoursOff === 12 ? 12 : -hoursOff);
  });

  it('takes infra-red at noon in polar night for what it is, and colour there for a wrong clock or a flash', () => {
    const december = parseCivil('2021-12-21T00:00:00') ?? NaN;
    const photos = (isGrey: boolean): LitPhoto[] =>
      Array.from({ length: 48 }, (_, index) => {
        return { civilSeconds: december + index * 1800, utcOffsetSeconds: 3600, isGrey };
      });
    expect(checkClock(photos(true), 82, 15.6).verdict).toBe('fits');
    expect(checkClock(photos(false), 82, 15.6)).toMatchObject({ verdict: 'suspect', suggestion: null });
  });

  it('needs no night to pass a clock in polar summer', () => {
    const june = parseCivil('2021-06-15T00:00:00') ?? 0;
    const photos = Array.from({ length: 48 }, (_, index) => {
      return { civilSeconds: june + index * 1800, utcOffsetSeconds: 7200, isGrey: false };
    });
    expect(checkClock(photos, 78.2, 15.6)).toMatchObject({ verdict: 'fits', colourAtDeepNight: 0 });
  });
});
