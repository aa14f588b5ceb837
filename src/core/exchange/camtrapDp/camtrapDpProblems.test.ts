import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawnSnapshot } from '../../../../tests/fixtures/drawnSurvey.ts';
import { hostileSnapshot } from '../../../../tests/fixtures/hostileSurvey.ts';
import { inCorpus } from '../../../../tests/helpers/corpus.ts';
import { importCamtrapDp } from './camtrapDpImport.ts';
import { camtrapDpFiles, readCamtrapDp } from './camtrapDpPackage.ts';
import { camtrapDpSchema, camtrapDpTables } from './camtrapDpSchema.ts';
import { filesOf, packageOf, problemsOf } from '../../../../tests/fixtures/camtrapDpFiles.ts';

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

const corpus = inCorpus('formats/tdwg_camtrap-dp');
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
