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

describe('names of one species', () => {
  it('stand together with a = between them, or in brackets; an author is no name', () => {
    const text = 'zorro = red fox = Vulpes vulpes\nPanthera leo (lion)\nFelis silvestris (Schreber, 1777)';
    expect(checklistFromText(text)).toEqual([
      ['zorro', 'red fox', 'Vulpes vulpes'],
      ['Panthera leo', 'lion'],
      ['Felis silvestris'],
    ]);
  });

  it.each([
    ['commas', 'scientificName,vernacularName,count\r\nVulpes vulpes,"Fox, red",12\r\nPanthera leo,,3\r\n'],
    ['semicolons', 'Scientific name;Vernacular name;n\nVulpes vulpes;Fox, red;12\nPanthera leo;;3\n'],
    ['tabs', 'count\tscientific_name\tvernacular_name\n12\tVulpes vulpes\tFox, red\n3\tPanthera leo\t\n'],
  ])('are those of a row of a table divided by %s, without its headings and counts', (_, text) => {
    expect(checklistFromText(text)).toEqual([['Vulpes vulpes', 'Fox, red'], ['Panthera leo']]);
  });

  it('are read under a single heading, too, and a name alone is no heading', () => {
    expect(checklistFromText('Species\nred fox\nlion')).toEqual([['red fox'], ['lion']]);
    expect(checklistFromText('red fox\nlion')).toEqual([['red fox'], ['lion']]);
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
