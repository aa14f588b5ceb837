import { describe, expect, it } from 'vitest';
import { checklistFromRows, checklistFromText } from './checklistText.ts';

describe('checklistFromText', () => {
  it('reads a pasted list as people write it', () => {
    const text =
      '\uFEFF- Red fox\r\n2. Panthera leo (Linnaeus, 1758)\n"Eurasian Lynx", red  deer\t# from the ranger\n\n* \naves;passeriformes;turdidae;;';
    expect(checklistFromText(text)).toEqual([
      ['Red fox'],
      ['Panthera leo'],
      ['Eurasian Lynx'],
      ['red deer'],
      ['aves;passeriformes;turdidae;;'],
    ]);
  });
});

describe('checklistFromRows', () => {
  it('takes every name a row has, and joins genus and species', () => {
    expect(
      checklistFromRows([
        { scientificName: 'Vulpes vulpes', vernacularName: 'Red fox', count: '12' },
        { genus: 'Panthera', species: 'leo', common_name: '' },
        { Species: 'Eurasian lynx', genus: '' },
        { count: '3' },
      ]),
    ).toEqual([['Vulpes vulpes', 'Red fox'], ['Panthera leo'], ['Eurasian lynx']]);
  });
});
