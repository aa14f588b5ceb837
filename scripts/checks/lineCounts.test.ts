import { expect, test } from 'vitest';
import { judgeLengths, lineLimit } from './lineCounts.ts';

const files = (...lengths: number[]) => lengths.map((lines) => ({ path: `${lines}.ts`, lines }));

test('the limit itself is allowed, one line more is not', () => {
  expect(judgeLengths(files(lineLimit, lineLimit + 1)).tooLong).toEqual(files(lineLimit + 1));
});

test('the median of an odd and of an even number of files', () => {
  expect(judgeLengths(files(9, 1, 3)).median).toBe(3);
  expect(judgeLengths(files(4, 1, 3, 9)).median).toBe(3.5);
  expect(judgeLengths(files(7)).median).toBe(7);
  expect(judgeLengths([]).median).toBe(0);
});
