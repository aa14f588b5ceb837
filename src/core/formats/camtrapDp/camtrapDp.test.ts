import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import Papa from 'papaparse';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { refusalText } from '../../language/exportTexts.ts';
import { eventPackage } from '../../../../tests/fixtures/eventPackage.ts';
import { drawnPhotos, drawnSnapshot } from '../../../../tests/fixtures/drawnSurvey.ts';
import { hostileNames, hostileSnapshot } from '../../../../tests/fixtures/hostileSurvey.ts';
import { snapshotOf } from '../../../../tests/fixtures/surveySnapshot.ts';
import { plainObservation } from '../../review/naming.ts';
import type { SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { textOf } from '../exportFile.ts';
import { camtrapDpExport } from './camtrapDpExport.ts';
import { importCamtrapDp } from './camtrapDpImport.ts';
import { camtrapDpFiles, readCamtrapDp, type CamtrapDpPackage } from './camtrapDpPackage.ts';
import { camtrapDpProblems } from './camtrapDpProblems.ts';
import { camtrapDpSchema, camtrapDpTables } from './camtrapDpSchema.ts';
import { packagePath } from './mediaPath.ts';

const folder = 'camtrap-dp/';
const filesOf = (snapshot: SurveySnapshot): Map<string, string> =>
  new Map(camtrapDpExport(snapshot).files.map((file) => [file.path.slice(folder.length), textOf(file)]));
const packageOf = (snapshot: SurveySnapshot): CamtrapDpPackage => readCamtrapDp(filesOf(snapshot));
const problemsOf = (dataPackage: CamtrapDpPackage): string[] =>
  [...camtrapDpProblems(dataPackage)].map(({ where, text }) => `${where}: ${text}`);
const rowsOf = (text = ''): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(text, { header: true, newline: '\r\n', skipEmptyLines: true }).data;

describe('camtrapDpExport', () => {
  const survey = drawnSnapshot();
  const files = filesOf(survey);
  const observations = rowsOf(files.get('observations.csv'));
  const media = rowsOf(files.get('media.csv'));

  it('gives every time its offset and no fraction of a second', () => {
    expect(media[0]).toMatchObject({ mediaID: 'Season/Creek/1.JPG', timestamp: '2021-06-04T05:00:00+02:00' });
    for (const { eventStart, eventEnd } of observations) {
      expect(eventStart).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+02:00$/);
      expect(eventEnd).toMatch(/\+02:00$/);
    }
  });

  it('keeps photos with people, and held ones, from the public', () => {
    const shown = media.filter(({ filePublic }) => filePublic === 'true').map(({ mediaID }) => mediaID);
    expect(shown).toContain('Season/Creek/1.JPG');
    expect(shown).not.toContain('Season/Creek/4.JPG');
    // Nobody has looked at one that failed.
    expect(shown).not.toContain('Season/Ridge/3.JPG');
    // Two species stand in it, and a person said so.
    expect(shown).toContain('Season/Ridge/2.JPG');
  });

  it('never shows a photo to the public in which a person was seen, even after its release', () => {
    const released = survey.sequences.map((sequence) => ({
      ...sequence,
      gate: { state: 'released', by: 'Ada', at: '' } as const,
    }));
    const rows = rowsOf(filesOf({ ...survey, sequences: released }).get('media.csv'));
    expect(rows.find(({ mediaID }) => mediaID === 'Season/Creek/4.JPG')?.['filePublic']).toBe('false');
  });

  it('has what machines said with model, rule, threshold and score, for photos and events', () => {
    const own = observations.filter(({ eventID }) => eventID === 'Season/Creek#1');
    expect(own.map(({ observationLevel }) => observationLevel)).toEqual(['event', 'media', 'media', 'media']);
    expect(own[0]).toMatchObject({
      mediaID: '',
      eventStart: '2021-06-04T05:00:00+02:00',
      eventEnd: '2021-06-04T05:00:04+02:00',
      scientificName: 'Vulpes vulpes',
      classificationMethod: 'machine',
      classifiedBy: 'test-recipe 1.0.0',
      classificationProbability: '0.91',
    });
    expect(own[0]?.['observationTags']).toContain('threshold:0.4 | sha256:abab');
    expect(own[0]?.['observationTags']).toContain('app:Fieldsift 9.9.9');
  });

  it('has what people said with who and when, and no probability', () => {
    const own = observations.filter(({ mediaID }) => mediaID === 'Season/Ridge/2.JPG');
    expect(own).toHaveLength(2);
    expect(own[0]).toMatchObject({
      scientificName: 'Vulpes vulpes',
      count: '2',
      lifeStage: 'adult',
      sex: 'female',
      behavior: 'with young',
      bboxX: '0.1',
      classificationMethod: 'human',
      classifiedBy: 'Ada',
      classificationTimestamp: '2021-07-01T08:30:00Z',
      classificationProbability: '',
    });
  });

  it('says of a failed photo that nobody has classified it, and leaves out photos without a time, in words', () => {
    expect(observations.find(({ mediaID }) => mediaID === 'Season/Ridge/3.JPG')).toMatchObject({
      observationType: 'unclassified',
      classificationMethod: '',
    });
    expect(camtrapDpExport(survey).leftOut).toEqual([{ reason: 'undated', count: 2 }]);
  });

  it('is refused with the remedy where a time zone or a place is not known', () => {
    const { files: none, refusals } = camtrapDpExport(
      snapshotOf({ photos: drawnPhotos, offset: null, placed: false }),
    );
    expect(none).toEqual([]);
    expect(refusals.map((each) => refusalText(each)).join('\n')).toMatch(
      /time zone of each deployment[^]*latitude and longitude/,
    );
    expect(camtrapDpExport(snapshotOf({ photos: [], offset: 'Z', placed: true })).refusals).toHaveLength(1);
  });

  it('passes every rule, also with hostile names', () => {
    expect(problemsOf(packageOf(survey))).toEqual([]);
    const hostile = packageOf(hostileSnapshot());
    expect(problemsOf(hostile)).toEqual([]);
    expect(hostile.tables.media.rows.map(([id]) => id?.split('/')[1]).sort()).toEqual(
      [...hostileNames].sort(),
    );
  });

  it('makes an allowed path of any path', () => {
    const pattern = camtrapDpSchema.media.find(({ name }) => name === 'filePath')?.pattern ?? /^$/;
    const path = fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.stringMatching(/^[./~a]{1,9}$/));
    fc.assert(
      fc.property(path, (each) => {
        expect(packagePath(each)).toMatch(pattern);
      }),
    );
    expect(packagePath('Ridge/1.JPG')).toBe('Ridge/1.JPG');
  });
});

describe('round trips', () => {
  it('export, import and export again give the same bytes', () => {
    for (const snapshot of [drawnSnapshot(), hostileSnapshot()]) {
      const files = filesOf(snapshot);
      expect(camtrapDpFiles(readCamtrapDp(files))).toEqual(files);
    }
  });

  it('what people said comes back as they said it', () => {
    const survey = drawnSnapshot();
    const { labels, results, places, files } = importCamtrapDp(packageOf(survey));
    expect(files).toContain('Season/Creek/1.JPG');
    const reviewed = labels.find(({ files: own }) => own.includes('Season/Ridge/2.JPG'));
    const said = survey.photos.find(({ media }) => media.path === 'Season/Ridge/2.JPG')?.observations ?? [];
    expect(reviewed).toEqual({
      files: ['Season/Ridge/2.JPG'],
      by: 'Ada',
      at: '2021-07-01T08:30:00.000Z',
      observations: said.map((observation) => ({
        ...plainObservation(observation),
        taxon: observation.taxon && { ...observation.taxon, taxon: null },
      })),
    });
    expect(labels.find(({ files: own }) => own.includes('Season/Ridge/5.JPG'))?.observations[0]?.role).toBe(
      'blank',
    );
    const creek = results?.photos.find(({ file }) => file === 'Season/Creek/1.JPG');
    const fox = results?.model.labels.findIndex(({ name }) => name === 'Vulpes vulpes') ?? -1;
    expect(creek?.prediction.labelScores[fox]).toBeCloseTo(0.91);
    expect(places[0]).toMatchObject({ deployment: 'Season/Creek', station: 'Creek', latitude: 33.51 });
  });

  it('says of an event what was said of it, and of no photo of it that others were named beside', () => {
    const { labels } = importCamtrapDp(readCamtrapDp(new Map(Object.entries(eventPackage()))));
    expect(labels.filter(({ event }) => event === undefined).flatMap(({ files }) => files)).toEqual([
      ...['m1.JPG', 'm2.JPG', 'm4.JPG', 'm5.JPG', 'm6.JPG'],
    ]);
    const events = labels.filter(({ event }) => event !== undefined);
    expect(events.map(({ files, observations }) => [files.length, observations])).toEqual([
      [3, []],
      [2, []],
      [1, []],
    ]);
    expect(events.map(({ event }) => event?.map(({ taxon }) => taxon?.scientificName))).toEqual([
      ['Vulpes vulpes', 'Lepus europaeus'],
      [],
      undefined,
    ]);
  });

  it('an event that a person named stands for all photos taken while it lasted', () => {
    const files = new Map([
      ['datapackage.json', '{}'],
      ['deployments.csv', 'deploymentID\nd\n'],
      [
        'media.csv',
        'mediaID,deploymentID,timestamp,filePath,fileName\n' +
          'm1,d,2020-01-01T10:00:00Z,https://x.org/1,A.JPG\n' +
          'm2,d,2020-01-01T11:00:05+01:00,https://x.org/2,B.JPG\n' +
          'm3,d,2020-01-01T10:00:06Z,https://x.org/3,C.JPG\n',
      ],
      [
        'observations.csv',
        'deploymentID,mediaID,eventStart,eventEnd,observationType,scientificName,count,classificationMethod\n' +
          'd,,2020-01-01T10:00:00Z,2020-01-01T10:00:05Z,animal,Anas strepera,3,human\n',
      ],
    ]);
    expect(importCamtrapDp(readCamtrapDp(files)).labels).toMatchObject([
      { files: ['A.JPG', 'B.JPG'], by: 'unknown', at: null, observations: [{ count: 3 }] },
    ]);
  });
});

describe('camtrapDpProblems', () => {
  const sound = packageOf(drawnSnapshot());
  const withCell = (table: (typeof camtrapDpTables)[number], column: string, text: string, row = 0) => {
    const { columns, rows } = sound.tables[table];
    const changed = rows.map((cells, index) =>
      index === row ? cells.map((cell, at) => (columns[at] === column ? text : cell)) : cells,
    );
    return { ...sound, tables: { ...sound.tables, [table]: { columns, rows: changed } } };
  };

  it.each([
    ['must not be empty', withCell('media', 'filePath', '')],
    ['must not be empty', withCell('deployments', 'latitude', 'NA')],
    ['with its offset', withCell('media', 'timestamp', '2021-06-04T05:00:00')],
    ['with its offset', withCell('media', 'timestamp', '2021-06-04T05:00:00.5Z')],
    ['true or false', withCell('media', 'filePublic', 'yes')],
    ['a whole number', withCell('observations', 'count', '1.5')],
    ['at least 1', withCell('observations', 'count', '0')],
    ['at most 90', withCell('deployments', 'latitude', '91')],
    ['must be one of animal', withCell('observations', 'observationType', 'person')],
    ['form that is not allowed', withCell('media', 'filePath', '../a.jpg')],
    ['form that is not allowed', withCell('media', 'fileMediatype', 'text/csv')],
    ['is there twice', withCell('media', 'mediaID', 'Season/Creek/2.JPG')],
    ['There is no "nowhere" in deployments.csv', withCell('media', 'deploymentID', 'nowhere')],
    ['There is no "nothing" in media.csv', withCell('observations', 'mediaID', 'nothing', 10)],
    ['must not name a photo', withCell('observations', 'mediaID', 'Season/Creek/2.JPG')],
    ['four numbers', withCell('observations', 'bboxX', '0.5')],
    ['"Felis catus" is not listed', withCell('observations', 'scientificName', 'Felis catus')],
    [
      'exactly those of the schema',
      { ...sound, tables: { ...sound.tables, media: { columns: [], rows: [] } } },
    ],
    ['must have a title', { ...sound, descriptor: { ...sound.descriptor, project: {} } }],
    ['one resource "media"', { ...sound, descriptor: { ...sound.descriptor, resources: [] } }],
    ['YYYY-MM-DD', { ...sound, descriptor: { ...sound.descriptor, temporal: {} } }],
    ['one for data', { ...sound, descriptor: { ...sound.descriptor, licenses: [{ scope: 'data' }] } }],
    ['at least one', { ...sound, descriptor: { ...sound.descriptor, contributors: [] } }],
  ])('says "%s" where that is so', (words, broken) => {
    expect(problemsOf(broken).join('\n')).toContain(words);
  });
});

const corpus = join(import.meta.dirname, '../../../../../shared/formats/tdwg_camtrap-dp');
const given = (name: string): string => readFileSync(join(corpus, name), 'utf8');

interface TableSchema {
  fields: {
    name: string;
    type: string;
    constraints?: {
      required?: boolean;
      unique?: boolean;
      enum?: string[];
      minimum?: number;
      maximum?: number;
      pattern?: string;
    };
  }[];
}

describe.skipIf(!existsSync(corpus))('the published schemas and example', () => {
  const example = new Map<string, string>();
  beforeAll(() => {
    for (const name of ['datapackage.json', 'deployments.csv', 'media.csv', 'observations.csv']) {
      example.set(name, given(`example/${name}`));
    }
  });

  it.each(camtrapDpTables)('the columns of %s are those of its schema, with all its constraints', (table) => {
    const { fields } = JSON.parse(given(`${table}-table-schema.json`)) as TableSchema;
    expect(
      fields.map(({ name, type, constraints: rules = {} }) => ({
        name,
        type,
        ...(rules.required ? { isRequired: true } : {}),
        ...(rules.unique ? { isUnique: true } : {}),
        ...(rules.enum ? { oneOf: rules.enum } : {}),
        ...(rules.minimum === undefined ? {} : { least: rules.minimum }),
        ...(rules.maximum === undefined ? {} : { most: rules.maximum }),
        ...(rules.pattern === undefined ? {} : { pattern: rules.pattern.replaceAll('/', '\\/') }),
      })),
    ).toEqual(
      camtrapDpSchema[table].map((column) => ({
        ...column,
        ...(column.pattern ? { pattern: column.pattern.source.replaceAll(/(?<!\\)\//g, '\\/') } : {}),
      })),
    );
  });

  it('the descriptor passes the JSON schema of the profile', () => {
    const ajv = new Ajv({ schemaId: 'auto', meta: false, unknownFormats: 'ignore' });
    ajv.addMetaSchema(
      JSON.parse(
        readFileSync(
          join(import.meta.dirname, '../../../../node_modules/ajv/lib/refs/json-schema-draft-04.json'),
          'utf8',
        ),
      ) as object,
    );
    // The two schemas it builds on lie on the web; their rules are in `descriptorProblems`.
    ajv.addSchema({}, 'https://specs.frictionlessdata.io/schemas/data-package.json');
    ajv.addSchema({}, 'http://json.schemastore.org/geojson.json');
    const validate = ajv.compile(JSON.parse(given('camtrap-dp-profile.json')) as object);
    const judge = (text = ''): unknown => (validate(JSON.parse(text)), validate.errors);
    expect(judge(example.get('datapackage.json'))).toBeNull();
    for (const snapshot of [drawnSnapshot(), hostileSnapshot()]) {
      expect(judge(filesOf(snapshot).get('datapackage.json'))).toBeNull();
    }
    expect(
      judge(filesOf(drawnSnapshot()).get('datapackage.json')?.replace('opportunistic', 'somehow')),
    ).not.toBeNull();
  });

  it('the example passes our own rules, and goes in and out with all 423 media and 549 observations', () => {
    const read = readCamtrapDp(example);
    expect(problemsOf(read)).toEqual([]);
    expect(read.tables.media.rows).toHaveLength(423);
    expect(read.tables.observations.rows).toHaveLength(549);
    const again = readCamtrapDp(camtrapDpFiles(read));
    expect(again).toEqual(read);
    for (const table of camtrapDpTables) {
      const name = `${table}.csv`;
      expect(Papa.parse(camtrapDpFiles(read).get(name) ?? '', { skipEmptyLines: true }).data).toEqual(
        Papa.parse(example.get(name) ?? '', { skipEmptyLines: true }).data,
      );
    }
  });

  it('the example gives every photo a label, as reviews and as a model', () => {
    const { files, labels, results, places } = importCamtrapDp(readCamtrapDp(example));
    expect(files).toHaveLength(423);
    expect(places).toHaveLength(4);
    const labelled = new Set([
      ...labels.flatMap(({ files: own }) => own),
      ...(results?.photos ?? []).map(({ file }) => file),
    ]);
    expect(labelled.size).toBeGreaterThan(400);
  });
});
