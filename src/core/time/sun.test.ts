import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sunElevation } from './sun.ts';

function elevation(latitude: number, longitude: number, utc: string): number {
  return sunElevation(latitude, longitude, Date.parse(utc) / 1000);
}

describe('sunElevation', () => {
  // Published values: the worked example of NREL/TP-560-34302 (Reda and Andreas, Solar Position Algorithm) and the day
  // after, both in pvlib-python, tests/test_solarposition.py; Meeus, example 25.a, seen from the north pole, where the
  // elevation is the declination.
  it.each([
    ['NREL example, Golden', 39.742476, -105.1786, '2003-10-17T19:30:30Z', 39.872046],
    ['the day after, Golden', 39.742476, -105.1786, '2003-10-18T19:30:30Z', 39.505196],
    ['Meeus 25.a, north pole', 90, 0, '1992-10-13T00:00:00Z', -7.78507],
  ])('is as published: %s', (_, latitude, longitude, utc, published) => {
    expect(elevation(latitude, longitude, utc)).toBeCloseTo(published, 1.5);
  });

  // Sunrise and sunset by NREL's calculator, as in pvlib-python, tests/test_solarposition.py.
  it.each([
    ['Golden, winter sunrise', 39.742476, -105.1786, '2015-01-02T14:21:55Z'],
    ['Golden, winter sunset', 39.742476, -105.1786, '2015-01-02T23:47:43Z'],
    ['Golden, summer sunrise', 39.742476, -105.1786, '2015-08-02T12:00:27Z'],
    ['35° south, winter sunrise', -35, 0, '1996-07-05T07:08:15Z'],
    ['35° south, summer sunset', -35, 0, '2004-12-04T19:02:03Z'],
  ])('is -0.833° when the sun rises or sets: %s', (_, latitude, longitude, utc) => {
    expect(elevation(latitude, longitude, utc)).toBeCloseTo(-0.833, 1);
  });

  it('is the same on the other side of the date line, and mirrored on the other side of the Earth', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -89, max: 89, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.integer({ min: 0, max: 2_000_000_000 }),
        (latitude, longitude, seconds) => {
          const here = sunElevation(latitude, longitude, seconds);
          expect(sunElevation(latitude, longitude + 360, seconds)).toBeCloseTo(here, 4);
          expect(sunElevation(-latitude, longitude + 180, seconds)).toBeCloseTo(-here, 4);
        },
      ),
    );
  });
});
