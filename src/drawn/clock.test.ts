import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilTime } from './clock.ts';

test('counts days and seconds from 1 January 2025', () => {
  expect(civilTime(0, 0)).toBe('2025-01-01T00:00:00');
  expect(civilTime(58, 3_661)).toBe('2025-02-28T01:01:01');
  expect(civilTime(59, 0)).toBe('2025-03-01T00:00:00');
  expect(civilTime(364, 86_399)).toBe('2025-12-31T23:59:59');
  expect(civilTime(364, 86_400)).toBe('2026-01-01T00:00:00');
});

test('agrees with the calendar of the platform, leap years included', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 6000 }), fc.integer({ min: 0, max: 200_000 }), (day, second) => {
      const expected = new Date(Date.UTC(2025, 0, 1) + (day * 86_400 + second) * 1000)
        .toISOString()
        .slice(0, 19);
      expect(civilTime(day, second)).toBe(expected);
    }),
  );
});
