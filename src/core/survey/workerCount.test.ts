import { describe, expect, it } from 'vitest';
import { modelBytes, workerCount } from './workerCount.ts';

const mebibyte = 2 ** 20;

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
  ])('gives %i cores and %s GiB %i workers for a model that weighs nothing', (cores, memory, workers) => {
    expect(workerCount(cores, memory, 0)).toBe(workers);
  });

  it('gives large models fewer workers, and several models fewer than one', () => {
    expect(workerCount(8, 8, 1.4 * mebibyte)).toBe(7);
    expect(workerCount(8, 8, 150 * mebibyte)).toBe(4);
    expect(workerCount(8, 8, (150 + 150) * mebibyte)).toBe(2);
    expect(workerCount(8, 4, 300 * mebibyte)).toBe(1);
  });

  it('adds up the files of all models', () => {
    const model = (...files: number[]) => ({ manifest: { files: files.map((bytes) => ({ bytes })) } });
    expect(modelBytes([model(1000, 10), model(200)])).toBe(1210);
  });
});
