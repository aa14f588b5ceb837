import { expect, it } from 'vitest';
import type { ObservedTaxon } from './observation.ts';
import { taxonOfLabel } from './observedTaxon.ts';
import { TaxonSearch } from './taxonSearch.ts';

function taxon(scientificName: string, commonName: string | null = null): ObservedTaxon {
  return { taxon: null, scientificName, commonName };
}

const search = new TaxonSearch({ bambi: 'Capreolus capreolus' });
for (const [latin, common] of [
  ['Vulpes vulpes', 'red fox'],
  ['Vulpes lagopus', 'Arctic fox'],
  ['Cervus elaphus', 'red deer'],
  ['Capreolus capreolus', 'roe deer'],
  ['Foxtrotia', null],
  ['Nyctereutes procyonoides', 'Tanuki, räven'],
] as const) {
  search.add(taxon(latin, common));
}

function found(text: string): string[] {
  return search.find(text).map(({ scientificName }) => scientificName);
}

it('finds by the beginning of any word, Latin or common', () => {
  expect(found('vul')).toEqual(['Vulpes vulpes', 'Vulpes lagopus']);
  expect(found('fox')).toEqual(['Foxtrotia', 'Vulpes vulpes', 'Vulpes lagopus']);
  expect(found('de')).toEqual(['Cervus elaphus', 'Capreolus capreolus']);
  expect(found('r d')).toEqual(['Cervus elaphus', 'Capreolus capreolus']);
  expect(found('RAVEN')).toEqual(['Nyctereutes procyonoides']);
});

it('puts an exact name first, also a synonym and words in another order', () => {
  expect(found('fox red')[0]).toBe('Vulpes vulpes');
  expect(found('Bambi')).toEqual(['Capreolus capreolus']);
  expect(found('zebra')).toEqual([]);
});

it('puts what is used most first, and offers that before anything is typed', () => {
  search.add(taxon('Vulpes lagopus'), 7);
  search.add(taxon('Cervus elaphus'), 2);
  expect(found('vul')).toEqual(['Vulpes lagopus', 'Vulpes vulpes']);
  expect(found('')).toEqual(['Vulpes lagopus', 'Cervus elaphus']);
});

it('takes names from labels of animals alone', () => {
  expect(taxonOfLabel({ name: 'person', role: 'person' })).toBeNull();
  expect(taxonOfLabel({ name: 'animal', role: 'animal' })).toBeNull();
  expect(taxonOfLabel({ name: 'okapi', role: 'animal' })).toEqual(taxon('okapi'));
  expect(
    taxonOfLabel({ name: 'fox', role: 'animal', taxon: 'mammalia;carnivora;canidae;vulpes;vulpes' }),
  ).toEqual({
    taxon: 'mammalia;carnivora;canidae;vulpes;vulpes',
    scientificName: 'Vulpes vulpes',
    commonName: 'fox',
  });
});
