import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { drawnSnapshot } from '../../../tests/fixtures/drawnSurvey.ts';
import { hostileSnapshot } from '../../../tests/fixtures/hostileSurvey.ts';
import type { SurveySnapshot } from '../survey/surveySnapshot.ts';
import { cocoCameraTrapsExport } from './cocoCameraTraps/cocoCameraTrapsExport.ts';
import { parseCsv } from '../files/csv.ts';
import { darwinCoreExport, darwinCoreTerms } from './darwinCore/darwinCoreExport.ts';
import { textOf, type ExportFile } from './exportFile.ts';
import {
  hakunaMaDataClasses,
  hakunaMaDataExport,
  hakunaMaDataProblems,
} from './hakunaMaData/hakunaMaData.ts';
import { probabilityMatrix } from './probabilities/probabilities.ts';
import { recordTableExport } from './recordTable/recordTable.ts';

const survey = drawnSnapshot();
function rowsOf(file: ExportFile | undefined): Record<string, string>[] {
  const { data } = Papa.parse<Record<string, string>>(file ? textOf(file) : '', {
    header: true,
    newline: '\r\n',
    skipEmptyLines: true,
  });
  return data;
}

describe('Hakuna Ma-data', () => {
  const benchmark: SurveySnapshot = {
    ...survey,
    labels: [
      { name: 'animal', role: 'animal' },
      { name: 'person', role: 'person' },
      { name: 'vehicle', role: 'vehicle' },
      { name: 'Hyena_Spotted', role: 'animal' },
      { name: 'dik-dik', role: 'animal' },
    ],
  };

  it('has the 54 classes in the order of the benchmark, and passes its rules', () => {
    expect(hakunaMaDataClasses).toHaveLength(54);
    expect([...hakunaMaDataClasses].sort()).toEqual(hakunaMaDataClasses);
    for (const snapshot of [benchmark, hostileSnapshot()]) {
      const [file] = hakunaMaDataExport(snapshot).files;
      expect([...hakunaMaDataProblems(parseCsv(file ? textOf(file) : ''))]).toEqual([]);
    }
  });

  it('means over the photos of a sequence, by any spelling of a label, and does not make them sum to 1', () => {
    const [first] = rowsOf(hakunaMaDataExport(benchmark).files[0]);
    expect(first?.['seq_id']).toBe('Season/Creek#1');
    expect(Number(first?.['hyenaspotted'])).toBeCloseTo((0.91 + 0.5 + 0.001) / 3, 5);
    expect(Number(first?.['dikdik'])).toBeCloseTo(0.001, 5);
    expect(first?.['zebra']).toBe('0');
  });

  it('takes for empty what is left beside everything that was seen', () => {
    const rows = rowsOf(hakunaMaDataExport(benchmark).files[0]);
    const blank = rows.find(({ seq_id }) => seq_id === 'Season/Creek#3');
    expect(Number(blank?.['empty'])).toBeCloseTo(0.999, 5);
  });

  it.each([
    ['54 classes', [['seq_id', 'zebra']]],
    [
      'there twice',
      [
        ['seq_id', ...hakunaMaDataClasses],
        ...Array.from({ length: 2 }, () => ['a', ...hakunaMaDataClasses.map(() => '0')]),
      ],
    ],
    [
      '54 numbers',
      [
        ['seq_id', ...hakunaMaDataClasses],
        ['a', ...hakunaMaDataClasses.map(() => '1.5')],
      ],
    ],
  ])('its judge says "%s" where that is so', (words, rows) => {
    expect([...hakunaMaDataProblems(rows)].map(({ text }) => text).join()).toContain(words);
  });

  it('the matrix of any model has every label\u2019s own score of every sifted photo', () => {
    const rows = rowsOf(probabilityMatrix(survey));
    expect(rows).toHaveLength(9);
    expect(rows[0]).toMatchObject({ path: 'Season/Creek/1.JPG', 'red fox': '0.91', person: '0.001' });
  });
});

describe('camtrapR record table', () => {
  it('has a row per independent record, as camtrapR writes them', () => {
    const rows = rowsOf(recordTableExport(survey).files[0]);
    expect(rows).toHaveLength(survey.events.filter(({ records }) => records[0]?.seconds !== null).length);
    expect(
      rows.find(({ FileName, Species }) => FileName === '2.JPG' && Species === 'Lepus europaeus'),
    ).toMatchObject({
      Station: 'Ridge',
      DateTimeOriginal: '2021-06-04 09:00:00',
      Date: '2021-06-04',
      Time: '09:00:00',
      'delta.time.secs': '0',
      Directory: 'Season/Ridge',
      n_images: '1',
      labelled_by: 'human',
    });
    const later = rows.find(({ FileName, Species }) => FileName === '2.JPG' && Species === 'Vulpes vulpes');
    expect(later).toBeDefined();
  });
});

describe('Darwin Core', () => {
  const plan = darwinCoreExport(survey);
  const rows = rowsOf(plan.files[0]);

  it('has animals only, each with its own id, place and time', () => {
    expect(new Set(rows.map(({ occurrenceID }) => occurrenceID)).size).toBe(rows.length);
    expect(rows.map(({ scientificName }) => scientificName)).not.toContain('Homo sapiens');
    expect(rows.find(({ eventID }) => eventID === 'Season/Creek#1')).toMatchObject({
      basisOfRecord: 'MachineObservation',
      scientificName: 'Vulpes vulpes',
      taxonRank: 'species',
      family: 'Canidae',
      eventDate: '2021-06-04T05:00:00+02:00/2021-06-04T05:00:04+02:00',
      decimalLatitude: '33.51',
      geodeticDatum: 'EPSG:4326',
      identificationVerificationStatus: 'predicted by machine',
    });
    expect(rows.find(({ scientificName }) => scientificName === 'Lepus europaeus')).toMatchObject({
      identifiedBy: 'Ada',
      individualCount: '1',
    });
  });

  it('says in meta.xml which column is which term', () => {
    const xml = plan.files[1] ? textOf(plan.files[1]) : '';
    const terms = [...xml.matchAll(/index="(\d+)" term="[^"]*\/(\w+)"/g)].map(([, index, term]) => [
      Number(index),
      term,
    ]);
    expect(terms).toEqual(darwinCoreTerms.map((term, index) => [index, term]));
    expect(Object.keys(rows[0] ?? {})).toEqual([...darwinCoreTerms]);
  });
});

describe('COCO Camera Traps', () => {
  const read = (snapshot: SurveySnapshot) => {
    const [file] = cocoCameraTrapsExport(snapshot).files;
    return JSON.parse(file ? textOf(file) : '') as {
      images: { id: string; seq_id?: string; frame_num?: number; corrupt?: boolean; datetime?: string }[];
      annotations: {
        id: string;
        image_id: string;
        category_id: number;
        bbox?: number[];
        labelled_by: string;
      }[];
      categories: { id: number; name: string }[];
    };
  };

  it('has every photo, its place in its sequence, and an annotation for each observation', () => {
    const { images, annotations, categories } = read(survey);
    expect(images).toHaveLength(survey.photos.length);
    expect(images[1]).toMatchObject({
      seq_id: 'Season/Creek#1',
      frame_num: 2,
      datetime: '2021-06-04 05:00:02',
    });
    expect(images.find(({ id }) => id === 'Season/Ridge/3.JPG')?.corrupt).toBe(true);
    expect(categories[0]).toEqual({ id: 0, name: 'empty' });
    const own = annotations.filter(({ image_id }) => image_id === 'Season/Ridge/2.JPG');
    expect(own.map(({ category_id }) => categories[category_id]?.name)).toEqual([
      'red fox',
      'lepus europaeus',
    ]);
    // In pixels of the upright photo.
    expect(own[0]?.bbox).toEqual([64, 120, 120, 144]);
  });

  it('points from annotations to photos and categories that are there, also with hostile names', () => {
    for (const snapshot of [survey, hostileSnapshot()]) {
      const { images, annotations, categories } = read(snapshot);
      const ids = new Set(images.map(({ id }) => id));
      const known = new Set(categories.map(({ id }) => id));
      expect(
        annotations.every(({ image_id, category_id }) => ids.has(image_id) && known.has(category_id)),
      ).toBe(true);
      expect(new Set(annotations.map(({ id }) => id)).size).toBe(annotations.length);
    }
  });
});
