import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { drawnSnapshot } from '../../../../tests/fixtures/drawnSurvey.ts';
import { hostileSnapshot } from '../../../../tests/fixtures/hostileSurvey.ts';
import { textOf } from '../exportFile.ts';
import { zooniverseExport, zooniverseMostBytes } from './zooniverseExport.ts';
import { zooniverseProblems } from './zooniverseProblems.ts';

const survey = drawnSnapshot();
const asOffered = { mostFrames: 3, people: 'leave-out' } as const;
const problemsOf = (manifest: string, sizes: Map<string, number> | null = null): string =>
  [...zooniverseProblems('manifest', manifest, sizes)].map(({ text }) => text).join('\n');

describe('zooniverseExport', () => {
  const plan = zooniverseExport(survey, asOffered);
  const manifests = plan.files.map((file) => ({ path: file.path, text: textOf(file) }));

  it('has one manifest for each number of frames, without a blank image cell', () => {
    expect(manifests.map(({ path }) => path)).toEqual([
      'zooniverse/manifest-1-image.csv',
      'zooniverse/manifest-3-images.csv',
    ]);
    for (const { text } of manifests) expect(problemsOf(text)).toBe('');
    for (const file of zooniverseExport(hostileSnapshot(), asOffered).files)
      expect(problemsOf(textOf(file))).toBe('');
  });

  it('hides from volunteers what the machine said, and names photos so that nobody learns where they are', () => {
    const { data } = Papa.parse<Record<string, string>>(manifests[1]?.text ?? '', {
      header: true,
      skipEmptyLines: true,
    });
    expect(data).toEqual([
      {
        '#sequence_id': 'Season/Creek#1',
        '!subject': 'S00001',
        '#deployment': 'Season/Creek',
        '#label': 'animal',
        '#score': expect.stringMatching(/^0\.\d+$/) as string,
        '#model': 'test-recipe 1.0.0',
        '#model_sha256': 'ab'.repeat(32),
        '#rule': 'mean of the frames, animal from 0.40',
        '#threshold': '0.4',
        '#app_version': '9.9.9',
        '#labelled_by': 'machine',
        '#observed': 'animal',
        '#species': 'Vulpes vulpes',
        image1: 'S00001_1.jpg',
        image2: 'S00001_2.jpg',
        image3: 'S00001_3.jpg',
      },
    ]);
  });

  it('asks for a picture for every cell, none of a held sequence', () => {
    const named = manifests.flatMap(({ text }) => text.match(/S\d+_\d+\.jpg/g) ?? []).sort();
    expect((plan.pictures ?? []).map(({ path }) => path.replace('zooniverse/', '')).sort()).toEqual(named);
    expect((plan.pictures ?? []).map(({ mediaId }) => mediaId)).not.toContain('folder/Season/Creek/4.JPG');
    expect(plan.leftOut).toContainEqual({ reason: 'held', count: 1 });
  });

  it('takes frames at even distances from a long sequence', () => {
    const two = zooniverseExport(survey, { mostFrames: 2, people: 'leave-out' });
    expect((two.pictures ?? []).slice(0, 2).map(({ mediaId }) => mediaId)).toEqual([
      'folder/Season/Creek/1.JPG',
      'folder/Season/Creek/3.JPG',
    ]);
    expect(two.leftOut).toContainEqual({ reason: 'beyond-frames', count: 1 });
  });

  it('never shows a sequence in which a person stands, even after its release', () => {
    const sequences = survey.sequences.map((sequence) => ({
      ...sequence,
      gate: { state: 'released', by: 'Ada', at: '' } as const,
    }));
    const pictures = zooniverseExport({ ...survey, sequences }, asOffered).pictures ?? [];
    expect(pictures.map(({ mediaId }) => mediaId)).not.toContain('folder/Season/Creek/4.JPG');
  });
});

describe('zooniverseProblems', () => {
  const manifest = '#a,image1,image2\r\nx,1.jpg,2.jpg\r\n';
  const sizes = (first: number, second = 5): Map<string, number> =>
    new Map([
      ['1.jpg', first],
      ['2.jpg', second],
    ]);

  it('accepts images up to the limit', () => {
    expect(problemsOf(manifest, sizes(zooniverseMostBytes))).toBe('');
  });

  it.each([
    ['blank', '#a,image1,image2\r\nx,1.jpg,\r\n', null],
    ['no column', '#a\r\nx\r\n', null],
    ['one name', '#a,#a,image1\r\nx,y,1.jpg\r\n', null],
    ['no subject', '#a,image1\r\n', null],
    ['missing', manifest, new Map([['1.jpg', 5]])],
    ['is empty', manifest, sizes(0)],
    ['more than 1 MiB', manifest, sizes(zooniverseMostBytes + 1)],
  ])('says "%s" where that is so', (words, text, given) => {
    expect(problemsOf(text, given)).toContain(words);
  });
});
