import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { refusalText } from '../../../words/exportTexts.ts';
import { drawnPhotos, drawnSnapshot } from '../../../../tests/fixtures/drawnSurvey.ts';
import { hostileSnapshot } from '../../../../tests/fixtures/hostileSurvey.ts';
import { snapshotOf } from '../../../../tests/fixtures/surveySnapshot.ts';
import type { SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { textOf, type ExportPlan } from '../exportFile.ts';
import { wildlifeInsightsExport } from './wildlifeInsightsExport.ts';
import { wildlifeInsightsProblems } from './wildlifeInsightsProblems.ts';

type Files = Parameters<typeof wildlifeInsightsProblems>[0];

const planned = (snapshot: SurveySnapshot): ExportPlan =>
  wildlifeInsightsExport(snapshot, {
    projectId: snapshot.id,
    country: '',
    admin: '',
    adminEmail: '',
    locationPrefix: '',
  });

function filesOf(snapshot: SurveySnapshot): Files {
  const entries = planned(snapshot).files.map((file) => [
    file.path.replace(/^.*\/|\.csv$/g, ''),
    textOf(file),
  ]);
  return Object.fromEntries(entries) as Files;
}
const problemsOf = (files: Files): string[] => [...wildlifeInsightsProblems(files)].map(({ text }) => text);
const rowsOf = (text: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(text, { header: true, newline: '\r\n', skipEmptyLines: true }).data;

describe('wildlifeInsightsExport', () => {
  const files = filesOf(drawnSnapshot());

  it('passes the published checks, also with hostile names', () => {
    expect(problemsOf(files)).toEqual([]);
    // A hostile name of each role but person.
    expect(problemsOf(filesOf(hostileSnapshot()))).toEqual([]);
  });

  it('has a row for each observation of each photo that may leave', () => {
    const images = rowsOf(files.images);
    expect(images.map(({ image_id }) => image_id)).toEqual([
      'Season/Creek/1.JPG',
      'Season/Creek/2.JPG',
      'Season/Creek/3.JPG',
      'Season/Creek/5.JPG',
      'Season/Ridge/1.JPG',
      'Season/Ridge/2.JPG',
      'Season/Ridge/2.JPG:2',
      'Season/Ridge/5.JPG',
    ]);
    expect(images[0]).toMatchObject({
      timestamp: '2021-06-04 05:00:00',
      class: 'Mammalia',
      genus: 'Vulpes',
      species: 'vulpes',
      common_name: 'Red fox',
      identified_by: 'test-recipe 1.0.0',
      uncertainty: '0.09',
      number_of_objects: '1',
      highlighted: '1',
    });
    expect(images[5]).toMatchObject({
      identified_by: 'Ada',
      uncertainty: '',
      number_of_objects: '2',
      sex: 'Female',
    });
    expect(images[6]).toMatchObject({ genus: 'Lepus', species: 'europaeus' });
    expect(images[7]).toMatchObject({ common_name: 'Blank', number_of_objects: '0' });
  });

  it('leaves out held photos and people, and says so', () => {
    expect(files.images).not.toContain('Season/Creek/4.JPG');
    expect(planned(drawnSnapshot()).leftOut).toContainEqual({ reason: 'held', count: 1 });
  });

  it('is refused without coordinates', () => {
    const { refusals } = planned(snapshotOf({ photos: drawnPhotos, offset: null, placed: false }));
    expect(refusals.map((each) => refusalText(each)).join()).toContain('Give latitude and longitude');
  });
});

describe('wildlifeInsightsProblems', () => {
  const files = filesOf(drawnSnapshot());

  it.each<[string, Partial<Files>]>([
    ['columns must be', { cameras: 'camera_id\r\nx\r\n' }],
    ['YYYY-MM-DD HH:MM:SS', { deployments: files.deployments.replace('2021-06-04 05:00:00', '2021-06-04') }],
    [
      'after the start',
      { deployments: files.deployments.replace('2021-06-04 08:00:00', '2020-06-04 08:00:00') },
    ],
    ['The latitude', { deployments: files.deployments.replace('33.51', '133.51') }],
    ['The longitude', { deployments: files.deployments.replace('-117.25', 'west') }],
    ['The timestamp', { images: files.images.replace('2021-06-04 05:00:00', '4.6.2021') }],
    ['there twice', { images: files.images.replace('Season/Creek/2.JPG', 'Season/Creek/1.JPG') }],
    ['"Season/Ridge" is not in', { images: files.images.replaceAll('Season/Ridge', 'Season/Elsewhere') }],
    ['is not in cameras.csv', { deployments: files.deployments.replaceAll('H500', 'H501') }],
  ])('says "%s" where that is so', (words, change) => {
    expect(problemsOf({ ...files, ...change }).join('\n')).toContain(words);
  });
});
