import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from './randomSource.ts';
import { randomSample } from './randomSample.ts';

describe('randomSample', () => {
  it('draws the asked number of different items, the same for the same seed, and leaves its input alone', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.nat(100), fc.integer(), (size, count, seed) => {
        const items = Array.from({ length: size }, (_, index) => index);
        const sample = randomSample(items, count, createRandom(seed));
        expect(sample).toHaveLength(Math.min(size, count));
        expect(new Set(sample).size).toBe(sample.length);
        expect(sample.every((item) => item >= 0 && item < size)).toBe(true);
        expect(randomSample(items, count, createRandom(seed))).toEqual(sample);
        expect(items).toEqual(items.toSorted((left, right) => left - right));
      }),
    );
  });

  it('draws every item about equally often', () => {
    const times = new Array<number>(10).fill(0);
    for (let seed = 0; seed < 5000; seed += 1) {
      for (const item of randomSample([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3, createRandom(seed))) {
        times[item] = (times[item] ?? 0) + 1;
      }
    }
    // 1500 expected; five standard deviations are 162.
    for (const time of times) expect(Math.abs(time - 1500)).toBeLessThan(162);
  });

  it('draws undefined items too, and none when none are asked for', () => {
    expect(randomSample([undefined, undefined], 2, createRandom(1))).toHaveLength(2);
    expect(randomSample([1, 2], -1, createRandom(1))).toEqual([]);
  });
});
