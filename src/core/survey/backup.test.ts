import { expect, it } from 'vitest';
import { backupDue } from './backup.ts';

const reviewsOn = (day: number, count: number): { at: string }[] =>
  Array.from({ length: count }, () => ({ at: new Date(Date.UTC(2026, 4, day)).toISOString() }));
const on = (day: number): string => new Date(Date.UTC(2026, 4, day)).toISOString();

it('asks for a project file after many reviews, or days after the first', () => {
  expect(backupDue([], null, on(30))).toBeNull();
  expect(backupDue(reviewsOn(1, 199), null, on(1))).toBeNull();
  expect(backupDue(reviewsOn(1, 200), null, on(1))).toBe(200);
  expect(backupDue(reviewsOn(1, 3), null, on(7))).toBeNull();
  expect(backupDue(reviewsOn(1, 3), null, on(8))).toBe(3);
});

it('counts from the last project file', () => {
  const reviews = [...reviewsOn(1, 200), ...reviewsOn(9, 5)];
  expect(backupDue(reviews, { at: on(2), reviews: 200 }, on(9))).toBeNull();
  expect(backupDue(reviews, { at: on(2), reviews: 200 }, on(16))).toBe(5);
  expect(backupDue(reviews, { at: on(9), reviews: 205 }, on(30))).toBeNull();
  expect(backupDue(reviewsOn(1, 3), { at: on(9), reviews: 500 }, on(30))).toBeNull();
});
