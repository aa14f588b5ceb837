import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../files/csv.ts';
import { guessTruthColumns } from './truthColumns.ts';
import { readTruthTable } from './truthTable.ts';

const read = (text: string) => {
  const lines = parseCsv(text);
  return readTruthTable(lines, guessTruthColumns(lines));
};
const said = (text: string): string[] =>
  read(text).labels.map(
    ({ files, observations }) =>
      `${files.join()}: ${observations.map(({ role, taxon, count }) => [role, taxon?.scientificName, count].filter((part) => part != null).join(' ')).join(', ')}`,
  );

describe('guessTruthColumns', () => {
  it.each([
    [
      'RootFolder,File,RelativePath,DateTime,Species,Count',
      'x,1.JPG,A/B,2020,fox,1',
      { file: 1, folder: 2, species: 4, count: 5 },
    ],
    ['File path;Dateiname;Art', 'A/1.JPG;1.JPG;Fuchs', { file: 0, species: 2 }],
    ['when,what,Label', '2020,A\\1.jpg,deer', { file: 1, species: 2 }],
    [
      'image_id,location,common_name,number_of_objects,identified_by',
      '7,A/1.jpg,Fox,2,Ada',
      { file: 1, species: 2, count: 3, person: 4 },
    ],
    ['a,b', '1,2', { file: null, species: null }],
  ])('%s', (head, row, expected) => {
    expect(guessTruthColumns(parseCsv(`${head}\n${row}\n`))).toMatchObject(expected);
  });
});

describe('readTruthTable', () => {
  it('reads kinds, people, vehicles, blanks and what nobody could name', () => {
    expect(
      said(
        'file,species,count\na.jpg,fox,2\nb.jpg,human,1\nc.jpg,Empty,0\nd.jpg,car,\ne.jpg,unknown,\nf.jpg,animal,3\n',
      ),
    ).toEqual([
      'a.jpg: animal fox 2',
      'b.jpg: person 1',
      'c.jpg: blank',
      'd.jpg: vehicle',
      'e.jpg: unknown',
      'f.jpg: animal 3',
    ]);
  });

  it('puts several rows and several kinds of one photo together', () => {
    expect(said('file,species,count\na.jpg,fox,1\na.jpg,hare,2\nb.jpg,fox | hare,3\na.jpg,blank,\n')).toEqual(
      ['a.jpg: animal fox 1, animal hare 2', 'b.jpg: animal fox, animal hare'],
    );
  });

  it('takes notes, also of photos of which nothing else is said, and of several rows all', () => {
    const { labels, passedOver } = read(
      'File,Species,Comments\n1.JPG,fox,with prey\n1.JPG,hare,with prey\n1.JPG,,lens is dirty\n2.JPG,,look again\n3.JPG,,\n',
    );
    expect(labels.map(({ files, observations, note }) => [files[0], observations.length, note])).toEqual([
      ['1.JPG', 2, 'with prey\nlens is dirty'],
      ['2.JPG', 0, 'look again'],
    ]);
    expect(passedOver).toEqual([{ row: 6, reason: 'no word' }]);
  });

  it('joins Timelapse\u2019s folder and file, and says which rows it passed over', () => {
    const { labels, passedOver } = read('File,RelativePath,Species\n1.JPG,A\\B,fox\n2.JPG,A\\B,\n,A,fox\n');
    expect(labels[0]?.files).toEqual(['A\\B/1.JPG']);
    expect(passedOver).toEqual([
      { row: 3, reason: 'no word' },
      { row: 4, reason: 'no photo' },
    ]);
  });

  it('loses no row of any table: each is a label or is passed over', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('a.jpg', 'b.jpg', 'fox', '', '3'));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 })), (rows) => {
        const lines = [['file', 'species', 'count'], ...rows];
        const { labels, passedOver } = readTruthTable(lines, guessTruthColumns(lines));
        expect(labels.length + passedOver.length).toBeLessThanOrEqual(rows.length);
        expect(labels.length + passedOver.length > 0).toBe(rows.length > 0);
      }),
    );
  });
});

const corpus = join(import.meta.dirname, '../../../../../shared');

describe.skipIf(!existsSync(corpus))('public tables', () => {
  it.each([
    ['photos/southwest/labels.csv', 20],
    ['formats/conservationtechlab_animl-py/tests/GroundTruth/main/Results.csv', 10],
    ['formats/inbo_camtraptor/tests/testthat/data/images.csv', 20],
  ])('%s is read by the guess alone', (path, least) => {
    const { labels } = read(readFileSync(join(corpus, path), 'utf8'));
    expect(labels.length).toBeGreaterThanOrEqual(least);
    expect(labels.some(({ observations }) => observations[0]?.taxon !== null)).toBe(true);
  });
});
