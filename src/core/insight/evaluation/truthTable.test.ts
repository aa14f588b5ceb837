import { describe, expect, it } from 'vitest';
import { TruthReader } from './truthObservation.ts';
import { matchTruth, parseTruth } from './truthTable.ts';

describe('parseTruth', () => {
  it.each([
    [['file', 'species']],
    [['File Name', 'Label']],
    [['image_id', 'common_name']],
    [['relativePath', 'scientificName']],
  ])('reads the columns %j', (head) => {
    expect(parseTruth([head, ['a.jpg', 'fox']])).toEqual([{ file: 'a.jpg', labels: ['fox'] }]);
  });

  it('joins the lines of one photo, and passes over lines that say nothing', () => {
    const lines = [
      ['species', 'notes', 'file'],
      ['fox', '', String.raw`.\card\a.jpg`],
      ['person', '', 'card/a.jpg'],
      ['fox', '', 'card/a.jpg'],
      ['', '', 'card/b.jpg'],
    ];
    expect(parseTruth(lines)).toEqual([{ file: 'card/a.jpg', labels: ['fox', 'person'] }]);
  });

  it('names the columns it found when one is missing', () => {
    expect(() => parseTruth([['file', 'weather']])).toThrow(
      'no column "label". The columns are file, weather',
    );
  });
});

describe('matchTruth', () => {
  const paths = ['Season/Ridge/a.jpg', 'Season/Creek/a.jpg', 'Season/Creek/B.JPG'];
  const match = (file: string) => matchTruth([{ file, labels: ['fox'] }], paths);

  it('finds a photo by the end of its path, whatever case and folders the table has', () => {
    expect([...match('b.jpg').byPath.keys()]).toEqual(['Season/Creek/B.JPG']);
    expect([...match('Ridge/a.jpg').byPath.keys()]).toEqual(['Season/Ridge/a.jpg']);
    expect([...match('/media/me/Season/Ridge/a.jpg').byPath.keys()]).toEqual(['Season/Ridge/a.jpg']);
  });

  it('guesses nothing where two photos have the name', () => {
    expect(match('a.jpg')).toEqual({ byPath: new Map(), unmatched: ['a.jpg'] });
  });
});

describe('TruthReader', () => {
  const reader = new TruthReader([
    {
      name: 'vulpes',
      role: 'animal',
      commonName: 'red fox',
      taxon: 'mammalia;carnivora;canidae;vulpes;vulpes',
    },
    { name: 'cattle', role: 'animal' },
  ]);

  it.each([
    ['empty', 'blank', undefined],
    ['Human', 'person', undefined],
    ['car', 'vehicle', undefined],
    ['animal', 'animal', undefined],
    ['unknown', 'unknown', undefined],
    ['Red_Fox', 'animal', 'Vulpes vulpes'],
    ['vulpes vulpes', 'animal', 'Vulpes vulpes'],
    ['cow', 'animal', 'cow'],
  ])('reads %s as %s', (name, role, scientificName) => {
    const read = reader.read(name);
    expect([read.role, read.taxon?.scientificName]).toEqual([role, scientificName]);
  });
});
