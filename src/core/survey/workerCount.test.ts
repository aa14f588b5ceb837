import { describe, expect, it } from 'vitest';
import { workerCount } from './workerCount.ts';

describe('workerCount', () => {
  it.each([
    [1, 8, 1],
    [2, 8, 2],
    [4, 8, 3],
    [16, 8, 8],
    [8, 2, 2],
    [8, 1, 1],
    [8, 0.25, 1],
    [4, null, 3],
  ])('gives %i cores and %s GiB %i workers', (cores, memory, workers) => {
    expect(workerCount(cores, memory)).toBe(workers);
  });
});
