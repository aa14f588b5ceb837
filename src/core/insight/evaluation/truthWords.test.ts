import { describe, expect, it } from 'vitest';
import { parseCsv, toCsv } from '../../files/csv.ts';
import { TruthReader } from './truthObservation.ts';
import { parseTruth, renameTruth } from './truthTable.ts';
import { unknownWords } from './truthWords.ts';

const roles = [
  { name: 'animal', role: 'animal' as const },
  { name: 'person', role: 'person' as const },
];
const tableOf = (words: readonly string[]) => [
  ['file', 'species'],
  ...words.map((word, index) => [`${index}.jpg`, word]),
];
const unknown = (words: readonly string[], reader = new TruthReader(roles)) =>
  unknownWords(parseTruth(tableOf(words)), reader);

describe('words of a table of truth that nobody knows', () => {
  it('are listed with what was probably meant, slips before species', () => {
    expect(
      unknown(['bobcat', 'bobcat', 'emtpy', 'emtpy', 'emtpy', 'Persn', 'vehcile', 'empty', 'animal']),
    ).toEqual([
      { word: 'emtpy', photos: 3, meant: 'empty' },
      { word: 'Persn', photos: 1, meant: 'person' },
      { word: 'vehcile', photos: 1, meant: 'vehicle' },
      { word: 'bobcat', photos: 2, meant: null },
    ]);
  });

  it('may be slips of what the table says elsewhere', () => {
    expect(unknown(['coyote', 'coyote', 'coyote', 'cyote'])).toEqual([
      { word: 'cyote', photos: 1, meant: 'coyote' },
      { word: 'coyote', photos: 3, meant: null },
    ]);
  });

  it('are none where the model, its taxonomy or the list of expected species has them', () => {
    const fox = {
      name: 'vulpes',
      role: 'animal' as const,
      commonName: 'red fox',
      taxon: 'mammalia;carnivora;canidae;vulpes;vulpes',
    };
    const reader = new TruthReader([fox], ['Moose']);
    expect(unknown(['Red_Fox', 'Vulpes vulpes', 'canidae', 'moose', 'unknown'], reader)).toEqual([]);
    expect(unknown(['red fix'], reader)[0]?.meant).toBe('red fox');
  });

  it('are no slips where they name an animal like one', () => {
    const animals = [
      'boar',
      'goat',
      'otter',
      'hare',
      'deer',
      'bear',
      'cat',
      'rat',
      'bat',
      'wombat',
      'quail',
      'tern',
    ];
    expect(unknown(animals).filter(({ meant }) => meant !== null)).toEqual([]);
  });
});

describe('a word that is read as another', () => {
  it('is that word wherever it stood, and nothing else of the table changes', () => {
    const lines = [
      ['file', 'species', 'notes'],
      ['-1.jpg', 'emtpy', 'emtpy'],
      ['2.jpg', 'fox | emtpy', ''],
      ['3.jpg', 'fox; hare', '=1'],
    ];
    const [head = [], ...rows] = renameTruth(lines, 'emtpy', 'empty');
    const kept = parseCsv(toCsv(head, rows));
    expect(parseTruth(kept)).toEqual([
      { file: '-1.jpg', labels: ['empty'] },
      { file: '2.jpg', labels: ['fox', 'empty'] },
      { file: '3.jpg', labels: ['fox', 'hare'] },
    ]);
    expect(renameTruth(kept, 'hare', 'hare').map(([, , note]) => note)).toEqual(['notes', 'emtpy', '', '=1']);
  });
});
