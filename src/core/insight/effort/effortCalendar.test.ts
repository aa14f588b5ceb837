import { expect, test } from 'vitest';
import { season } from '../../../../tests/fixtures/season.ts';
import { effortCalendar } from './effortCalendar.ts';

const snapshot = season();
const effort = effortCalendar(snapshot, () => true);

test('every photo and every event lies in one day of its deployment', () => {
  expect(effort.map(({ deployment }) => deployment.station)).toEqual([
    'Oak ridge',
    'Spring',
    'Old quarry',
    'River bend',
  ]);
  expect(effort.reduce((sum, { photos }) => sum + photos, 0)).toBe(snapshot.photos.length);
  expect(effort.reduce((sum, { detections }) => sum + detections, 0)).toBe(snapshot.events.length);
});

test('a camera that was dead shows how long', () => {
  const longest = (index: number): number =>
    Math.max(0, ...(effort[index]?.silences ?? []).map(({ days }) => days));
  expect(longest(2)).toBeGreaterThanOrEqual(11);
  expect(longest(0)).toBeLessThan(11);
});

test('camera days count both ends, silent days too', () => {
  for (const { cameraDays, days, silences } of effort) {
    expect(cameraDays).toBe(days.length + silences.reduce((sum, { days: silent }) => sum + silent, 0));
  }
});

test('people are no detections, and the time of a copied file is no day', () => {
  expect(effortCalendar(snapshot, () => false).every(({ detections }) => detections === 0)).toBe(true);
  const copied = snapshot.photos.map((photo) => ({
    ...photo,
    captureTime: photo.captureTime && { ...photo.captureTime, source: 'modified' as const },
  }));
  const [first] = effortCalendar({ ...snapshot, photos: copied }, () => true);
  expect(first).toMatchObject({ cameraDays: 0, days: [], photos: 0 });
});
