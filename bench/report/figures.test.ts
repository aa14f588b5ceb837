import { expect, test } from 'vitest';
import { figureOf, ratioOf } from './figures.ts';

test('median, least and greatest of the rounds', () => {
  expect(figureOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3, rounds: [3, 1, 2] });
  expect(figureOf([1, 2, 3, 10]).median).toBe(2.5);
});

test('a ratio is taken within each round, so that a slow round of both counts for neither', () => {
  expect(ratioOf([10, 2, 8], [5, 1, 4])).toMatchObject({ median: 2, min: 2, max: 2 });
});
