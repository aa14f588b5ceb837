import { expect, test } from 'vitest';
import type { LoggedWork } from '../../src/state/workLog.ts';
import { steadySpeed } from '../fieldsift/appRun.ts';
import { figureOf, ratioOf } from './figures.ts';

test('median, least and greatest of the rounds', () => {
  expect(figureOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3, rounds: [3, 1, 2] });
  expect(figureOf([1, 2, 3, 10]).median).toBe(2.5);
});

test('a ratio is taken within each round, so that a slow round of both counts for neither', () => {
  expect(ratioOf([10, 2, 8], [5, 1, 4])).toMatchObject({ median: 2, min: 2, max: 2 });
});

const share = (worker: number, photos: number, from: number, until: number): LoggedWork => ({
  ...{ worker, photos, from, until },
  stages: {},
});

test('the speed of a run adds up its workers and leaves out their first photos', () => {
  const work = [
    share(0, 4, 0, 4000),
    share(1, 4, 100, 4100),
    share(0, 10, 4000, 5000),
    share(1, 20, 4100, 6100),
  ];
  expect(steadySpeed(work, 4)).toBe(20);
});
