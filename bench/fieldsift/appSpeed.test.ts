import { expect, test } from 'vitest';
import { stagesOf, steadySpeed } from './appSpeed.ts';

const share = (worker: number, photos: number, from: number, until: number) => ({
  worker,
  photos,
  from,
  until,
  stages: { decode: photos * 10 },
});

test('what a worker did before it was warm does not count', () => {
  expect(steadySpeed([share(0, 4, 0, 4000), share(0, 10, 4000, 5000)], 4)).toBe(10);
});

test('the speeds of workers add up, also of one that was warm only at its end', () => {
  const work = [
    share(0, 12, 0, 2000),
    share(0, 20, 2000, 4000),
    share(1, 8, 0, 2000),
    share(1, 10, 2000, 3000),
  ];
  expect(steadySpeed(work, 12)).toBe(20);
});

test('stages are told for each photo', () => {
  expect(stagesOf([share(0, 2, 0, 1), share(1, 6, 0, 1)])).toEqual({ decode: 10 });
});
