import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameIndex, spellingsOf } from './labelName.ts';

function isSame(first: string, second: string): boolean {
  const index = new NameIndex<boolean>();
  index.add(first, true);
  return index.find(second) ?? false;
}

describe('NameIndex', () => {
  it.each([
    ['hyenaspotted', 'Spotted Hyena'],
    ['hyenaSpotted', 'Hyena_Spotted'],
    ['lionfemale', 'Female lion'],
    ['gazelleThomsons', "Thomson's gazelle"],
    ['gazelleThomsons', 'Thomson’s gazelle'],
    ['Buffalo_African', 'african buffalo'],
    ['batEaredFox', 'Bat-eared fox'],
    ['Lièvre', 'lievre'],
    ['ＺＥＢＲＡ', 'zebra'],
  ])('takes "%s" and "%s" for one name', (first, second) => {
    expect(isSame(first, second)).toBe(true);
    expect(isSame(second, first)).toBe(true);
  });

  it('keeps apart what is not the same', () => {
    expect(isSame('zebra', 'zebras')).toBe(false);
    expect(isSame('red fox', 'red deer')).toBe(false);
    expect(isSame('', '-')).toBe(false);
  });

  it('goes through a synonym once, and prefers a name of its own', () => {
    const index = new NameIndex<number>({ Amsel: 'blackbird', merle: 'amsel', robin: 'blackbird' });
    index.add('Blackbird', 1);
    index.add('robin', 2);
    expect(index.find('AMSEL')).toBe(1);
    expect(index.find('merle')).toBeUndefined();
    expect(index.find('Robin')).toBe(2);
  });

  it('finds any name by itself, in capitals and with its words turned around', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), (words) => {
        const name = words.join(' ');
        expect(isSame(name, name.toUpperCase())).toBe(true);
        expect(isSame(name, words.toReversed().join('_'))).toBe(true);
        expect(spellingsOf(name).length).toBeLessThanOrEqual(3);
      }),
    );
  });
});
