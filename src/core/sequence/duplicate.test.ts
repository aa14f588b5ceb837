import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedOnce, findDuplicates, type KeyedPhoto } from './duplicate.ts';

const photo = (path: string, contentKey: string | null): KeyedPhoto => ({ id: path, path, contentKey });

describe('findDuplicates', () => {
  it('finds a card that was copied twice, and counts the first copy by path', () => {
    const photos = [photo('b/2.jpg', 'y'), photo('b/1.jpg', 'x'), photo('a/9.jpg', 'x'), photo('c.jpg', 'x')];
    expect(findDuplicates(photos)).toEqual([
      { contentKey: 'x', counted: photos[2], copies: [photos[1], photos[3]] },
    ]);
    expect(countedOnce(photos).map(({ path }) => path)).toEqual(['b/2.jpg', 'a/9.jpg']);
  });

  it('never takes photos that were not opened yet for copies of each other', () => {
    expect(findDuplicates([photo('a', null), photo('b', null)])).toEqual([]);
  });

  it('counts every content once and every photo as counted or copy, in any order of input', () => {
    const photos = fc.uniqueArray(
      fc.record({
        id: fc.string(),
        path: fc.constantFrom('a', 'b', 'c'),
        contentKey: fc.constantFrom('x', 'y', null),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(photos, (input) => {
        const counted = countedOnce(input);
        expect(findDuplicates([...input].reverse())).toEqual(findDuplicates(input));
        const keys = counted.flatMap(({ contentKey }) => contentKey ?? []);
        expect(new Set(keys).size).toBe(keys.length);
        const copies = findDuplicates(input).flatMap((group) => group.copies);
        expect([...counted, ...copies].map(({ id }) => id).sort()).toEqual(input.map(({ id }) => id).sort());
        expect(findDuplicates(counted)).toEqual([]);
      }),
    );
  });
});
