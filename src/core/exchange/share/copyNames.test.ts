import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyNames, safeName } from './copyNames.ts';
import type { ShareablePhoto } from './shareable.ts';
import { defaultShareOptions, type ShareOptions } from './shareOptions.ts';

function photo(path: string, label = 'animal'): ShareablePhoto {
  const deploymentId = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  return { id: path, path, deploymentId, label, evidence: [], reviewed: [], capturedAt: null };
}

const namesOf = (paths: string[], options: Partial<ShareOptions> = {}): string[] =>
  copyNames(
    paths.map((path) => photo(path)),
    { ...defaultShareOptions, ...options },
  );

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '..',
    '.',
    'CON',
    'nul.txt',
    'a/b',
    'a\\b',
    '=HYPERLINK("x")',
    '\u202egpj.exe',
    '🦌'.repeat(90),
  ),
);

describe('names of copies', () => {
  it('keeps the photo’s own name and gives equal ones a number', () => {
    expect(namesOf(['A/IMG_1.JPG', 'B/img_1.jpg', 'B/IMG_2.png'])).toEqual([
      'IMG_1.jpg',
      'img_1-2.jpg',
      'IMG_2.jpg',
    ]);
  });

  it('tells nothing of the photo when names are neutral', () => {
    expect(namesOf(['home of Ada/ada.jpg', 'x/y.jpg'], { neutralNames: true })).toEqual([
      '000001.jpg',
      '000002.jpg',
    ]);
  });

  it('sorts copies into folders by label or by deployment', () => {
    expect(namesOf(['card/100/A.jpg'], { folders: 'deployment' })).toEqual(['card/100/A.jpg']);
    expect(namesOf(['card/100/A.jpg'], { folders: 'label' })).toEqual(['animal/A.jpg']);
  });

  it('never leaves its folder, repeats itself or grows too long, whatever the names are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(hostile, hostile), { maxLength: 6 }), fc.boolean(), (pairs, byLabel) => {
        const photos = pairs.map(([path, label]) => photo(path, label));
        const folders = byLabel ? 'label' : 'deployment';
        const names = copyNames(photos, { ...defaultShareOptions, folders });
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const part of names.flatMap((name) => name.split('/'))) {
          expect(part).not.toMatch(/^\.*$|^\s|[\\:*?"<>|\p{Cc}\u202e]|^(con|nul)\./iu);
          expect(new TextEncoder().encode(part).length).toBeLessThan(140);
        }
      }),
    );
  });

  it('turns no two letters of other scripts into one', () => {
    expect(safeName('Ёж')).toBe('Ёж');
    expect(safeName('鹿 1')).toBe('鹿 1');
  });
});
