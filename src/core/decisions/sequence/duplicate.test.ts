import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyGroups, countedCopies, keepCopies, keepGroups, type KeyedPhoto } from './duplicate.ts';

const photo = (id: string, contentKey: string | null): KeyedPhoto => ({ id, contentKey });
const standing = (path: string) => ({
  path,
  deployment: path.split('/', 1)[0] ?? '',
  isSifted: true,
  isReviewed: false,
});

describe('countedCopies', () => {
  it('counts the first copy by path of a card that was copied twice', () => {
    const groups = copyGroups([photo('b/2', 'y'), photo('b/1', 'x'), photo('a/9', 'x'), photo('c', 'x')]);
    expect(groups.get('a/9')).toEqual(['a/9', 'b/1', 'c']);
    expect([...countedCopies(groups, standing)].sort()).toEqual([
      ['b/1', 'a/9'],
      ['c', 'a/9'],
    ]);
  });

  it('counts the copy that was sifted, then the reviewed one, then one of the folder that was reviewed', () => {
    const ids = ['a/1', 'a/2', 'b/1', 'b/2'];
    const groups = copyGroups(ids.map((id) => photo(id, id.slice(-1))));
    const reviewed = countedCopies(groups, (id) => ({ ...standing(id), isReviewed: id === 'b/1' }));
    expect(Object.fromEntries(reviewed)).toEqual({ 'a/1': 'b/1', 'a/2': 'b/2' });
    const unsifted = countedCopies(groups, (id) => ({
      ...standing(id),
      isReviewed: id === 'b/1',
      isSifted: id !== 'b/1',
    }));
    expect(unsifted.get('b/1')).toBe('a/1');
  });

  it('never takes photos that were not opened yet for copies of each other', () => {
    expect(copyGroups([photo('a', null), photo('b', null)]).size).toBe(0);
  });

  it('counts every content once and every photo as counted or copy, in any order of input', () => {
    const photos = fc.uniqueArray(
      fc.record({ id: fc.string(), contentKey: fc.constantFrom('x', 'y', null) }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(photos, (input) => {
        const groups = copyGroups(input);
        const turned = copyGroups([...input].reverse());
        expect(keepGroups(groups, turned)).toBe(groups);
        const copies = countedCopies(groups, standing);
        expect(keepCopies(copies, countedCopies(turned, standing))).toBe(copies);
        const counted = input.filter(({ id }) => !copies.has(id));
        const keys = counted.flatMap(({ contentKey }) => contentKey ?? []);
        expect(new Set(keys).size).toBe(keys.length);
        for (const id of copies.values()) expect(copies.has(id)).toBe(false);
        expect(copyGroups(counted).size).toBe(0);
      }),
    );
  });
});
