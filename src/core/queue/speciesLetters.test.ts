import { expect, it } from 'vitest';
import { speciesLetters } from './speciesLetters.ts';

const free = Array.from('acdefghijklq');

function used(name: string, uses: number): Parameters<typeof speciesLetters>[0][number] {
  return { taxon: { taxon: null, scientificName: `${name} (Latin)`, commonName: name }, uses };
}

function letters(
  names: ReturnType<typeof used>[],
  before?: ReadonlyMap<string, string>,
): Record<string, string> {
  const given = speciesLetters(names, free, before);
  return Object.fromEntries([...given].map(([name, letter]) => [name.replace(' (Latin)', ''), letter]));
}

it('gives a letter of the name, that of the noun first, to what was named more than once', () => {
  expect(letters([used('red fox', 9), used('roe deer', 5), used('owl', 1)])).toEqual({
    'red fox': 'f',
    'roe deer': 'd',
  });
});

it('gives another letter of the name where the first is taken, and any at the last', () => {
  expect(letters([used('fox', 9), used('fallow', 8), used('oo', 7)])).toEqual({
    fox: 'f',
    fallow: 'a',
    oo: 'c',
  });
});

it('leaves a name its letter when others overtake it', () => {
  const before = new Map([['fallow (Latin)', 'f']]);
  expect(letters([used('fox lynx', 50), used('fallow', 8)], before)).toEqual({
    fallow: 'f',
    'fox lynx': 'l',
  });
});

it('serves the most frequent when there are more names than letters', () => {
  const many = Array.from({ length: 40 }, (_, index) => used(`kind ${index}`, 2 + index));
  const given = letters(many);
  expect(Object.keys(given)).toHaveLength(free.length);
  expect(new Set(Object.values(given)).size).toBe(free.length);
  expect(given['kind 39']).toBeDefined();
});
