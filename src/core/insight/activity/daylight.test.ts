import { expect, test } from 'vitest';
import { daylightOverClock, type DayAtPlace } from './daylight.ts';

const midnightOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 1000;

test('an equinox in Madrid, on winter time: dark at midnight and five, light from half past seven to seven', () => {
  const madrid: DayAtPlace = {
    latitude: 40.4,
    longitude: -3.7,
    midnight: midnightOf('2025-03-20'),
    utcOffsetSeconds: 3600,
  };
  const shares = daylightOverClock([madrid]);
  const at = (hour: number) => shares[Math.floor(hour * 4)];
  expect(at(0)).toEqual({ night: 1, twilight: 0 });
  expect(at(5)).toEqual({ night: 1, twilight: 0 });
  expect(at(6.75)).toEqual({ night: 0, twilight: 1 });
  expect(at(7.5)).toEqual({ night: 0, twilight: 0 });
  expect(at(19)).toEqual({ night: 0, twilight: 0 });
  expect(at(19.75)).toEqual({ night: 0, twilight: 1 });
  expect(at(21)).toEqual({ night: 1, twilight: 0 });
});

test('an hour that is light in summer and dark in winter is half dark over both', () => {
  const place = { latitude: 60, longitude: 25, utcOffsetSeconds: 7200 };
  const days = ['2025-06-21', '2025-12-21'].map((date) => ({ ...place, midnight: midnightOf(date) }));
  const atSix = daylightOverClock(days)[24];
  expect(atSix).toEqual({ night: 0.5, twilight: 0 });
});

test('without a place nothing is claimed', () => {
  expect(daylightOverClock([])).toEqual([]);
});
