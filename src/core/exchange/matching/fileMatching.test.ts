import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileNames } from '../../../../tests/fixtures/hostileSurvey.ts';
import { matchFiles } from './fileMatching.ts';

const media = (...paths: string[]) =>
  paths.map((path) => ({ id: `id of ${path}`, path, contentKey: `key of ${path}` }));
const pairs = (files: string[], known = media('Card/A/1.JPG', 'Card/A/2.JPG', 'Card/B/1.JPG')) => {
  const { matched, unmatched } = matchFiles(files, known);
  return [
    ...matched.map(({ file, mediaId, by }) => `${file} = ${mediaId.slice(6)} by ${by}`),
    ...unmatched.map(({ file, reason }) => `${file}: ${reason}`),
  ];
};

describe('matchFiles', () => {
  it.each([
    ['Card/A/1.JPG', 'Card/A/1.JPG = Card/A/1.JPG by path'],
    ['C:\\photos\\Card\\A\\1.jpg', 'C:\\photos\\Card\\A\\1.jpg = Card/A/1.JPG by path'],
    ['A/1.JPG', 'A/1.JPG = Card/A/1.JPG by path-end'],
    ['./B/1.JPG', './B/1.JPG = Card/B/1.JPG by path-end'],
    ['Old name/A/1.JPG', 'Old name/A/1.JPG = Card/A/1.JPG by path-end'],
    ['2.JPG', '2.JPG = Card/A/2.JPG by path-end'],
    ['Elsewhere/2.JPG', 'Elsewhere/2.JPG = Card/A/2.JPG by name'],
    ['1.JPG', '1.JPG: several fit'],
    ['C/1.JPG', 'C/1.JPG: several fit'],
    ['3.JPG', '3.JPG: not found'],
    ['', ': not found'],
  ])('%j', (file, expected) => {
    expect(pairs([file])).toEqual([expected]);
  });

  it('never gives one photo to two names: the likelier one gets it', () => {
    expect(pairs(['Card/A/2.JPG', 'Other/A/2.JPG'])).toEqual([
      'Card/A/2.JPG = Card/A/2.JPG by path',
      'Other/A/2.JPG: taken',
    ]);
    expect(pairs(['X/2.JPG', 'Y/2.JPG'])).toEqual(['X/2.JPG: several fit', 'Y/2.JPG: several fit']);
  });

  it('takes the one that is written exactly so where only case differs', () => {
    expect(pairs(['a/x.jpg'], media('a/x.jpg', 'A/X.JPG'))).toEqual(['a/x.jpg = a/x.jpg by path']);
    expect(pairs(['A/x.jpg'], media('a/x.jpg', 'A/X.JPG'))).toEqual(['A/x.jpg: several fit']);
  });

  it('finds a photo by its content, however it is called', () => {
    const { matched } = matchFiles(
      ['renamed.jpg'],
      media('Card/A/1.JPG'),
      new Map([['renamed.jpg', 'key of Card/A/1.JPG']]),
    );
    expect(matched).toEqual([{ file: 'renamed.jpg', mediaId: 'id of Card/A/1.JPG', by: 'content' }]);
  });

  it('finds hostile names', () => {
    const paths = hostileNames.map((name) => `Card/${name}`);
    expect(matchFiles(paths, media(...paths)).matched).toHaveLength(paths.length);
  });

  it('every name is either found or listed, and no photo is found twice', () => {
    const part = fc.constantFrom('A', 'a', 'B', 'IMG_1.JPG', 'img_1.jpg', '..', '.');
    const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.array(path), fc.uniqueArray(path), (files, known) => {
        const { matched, unmatched } = matchFiles(files, media(...known));
        expect([...matched, ...unmatched].map(({ file }) => file).sort()).toEqual([...new Set(files)].sort());
        expect(new Set(matched.map(({ mediaId }) => mediaId)).size).toBe(matched.length);
      }),
    );
  });
});
