import { expect, test } from 'vitest';
import { season } from '../../../../tests/fixtures/season.ts';
import { activityOf, surveyDaylight } from './surveyActivity.ts';

const snapshot = season();

test('foxes come by night and jays by day', () => {
  const byNight = (label: string): number => {
    const { n, histogram } = activityOf(snapshot, label);
    return histogram.reduce((sum, count, hour) => sum + (hour < 7 || hour > 20 ? count : 0), 0) / n;
  };
  expect(byNight('Vulpes vulpes')).toBeGreaterThan(0.9);
  expect(byNight('Garrulus glandarius')).toBe(0);
});

test('only independent records count, of this label', () => {
  const deer = snapshot.events.filter(({ label }) => label === 'Capreolus capreolus');
  expect(activityOf(snapshot, 'Capreolus capreolus').n).toBe(deer.length);
  expect(activityOf(snapshot, 'Lynx lynx').n).toBe(0);
});

test('noon is day and midnight night in a spring in Spain, by its summer time', () => {
  const shares = surveyDaylight(snapshot);
  expect(shares[48]).toEqual({ night: 0, twilight: 0 });
  expect(shares[2]?.night).toBeCloseTo(1, 9);
});

test('without coordinates, or an offset from UTC, day and night are not claimed', () => {
  const deployments = snapshot.deployments.map((one) => ({ ...one, latitude: null }));
  expect(surveyDaylight({ ...snapshot, deployments })).toEqual([]);
  const photos = snapshot.photos.map((photo) => ({
    ...photo,
    captureTime: photo.captureTime && { ...photo.captureTime, offset: null },
  }));
  expect(surveyDaylight({ ...snapshot, photos })).toEqual([]);
});
