import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ancestorAt,
  anyAnimal,
  levelOf,
  liesUnder,
  readTaxon,
  scientificName,
  taxonLevels,
} from './taxonomy.ts';

const lion = 'mammalia;carnivora;felidae;panthera;leo';

describe('readTaxon', () => {
  it('reads five ranks, fewer, and the seven fields of SpeciesNet', () => {
    expect(readTaxon('Mammalia; Carnivora; Felidae; Panthera; Leo')).toBe(lion);
    expect(readTaxon('mammalia;carnivora')).toBe('mammalia;carnivora;;;');
    expect(readTaxon(`ddf59264-185a-4d35-b647-2785792bdf54;${lion};lion`)).toBe(lion);
    expect(readTaxon('')).toBe(anyAnimal);
  });
});

describe('ancestorAt', () => {
  it('goes up rank by rank, and no further down than what is known', () => {
    expect(taxonLevels.map((level) => ancestorAt(lion, level))).toEqual([
      ';;;;',
      'mammalia;;;;',
      'mammalia;carnivora;;;',
      'mammalia;carnivora;felidae;;',
      'mammalia;carnivora;felidae;panthera;',
      lion,
    ]);
    expect(ancestorAt('mammalia;;;;', 'order')).toBeNull();
  });

  it('lies above the taxon, at its own level', () => {
    const taxon = fc
      .tuple(fc.constantFrom('mammalia', 'aves'), fc.nat(5))
      .map(([group, depth]) => readTaxon([group, 'o', 'f', 'g', 's'].slice(0, depth).join(';')));
    fc.assert(
      fc.property(taxon, fc.constantFrom(...taxonLevels), (one, level) => {
        const ancestor = ancestorAt(one, level);
        if (ancestor === null) return;
        expect(levelOf(ancestor)).toBe(level);
        expect(liesUnder(one, ancestor)).toBe(true);
        expect(liesUnder(ancestor, one)).toBe(ancestor === one);
      }),
    );
  });
});

describe('scientificName', () => {
  it('names the lowest rank known', () => {
    expect(scientificName(lion)).toBe('Panthera leo');
    expect(scientificName('mammalia;carnivora;felidae;;')).toBe('Felidae');
    expect(scientificName(anyAnimal)).toBe('Animalia');
  });
});
