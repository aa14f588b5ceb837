import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { drawnSnapshot } from '../../../../tests/fixtures/drawnSurvey.ts';
import { hostileNames, hostileSnapshot } from '../../../../tests/fixtures/hostileSurvey.ts';
import { unguarded } from '../../files/csv.ts';
import { decisionsJson } from '../decisionsJson.ts';
import { textOf, type ExportFile } from '../exportFile.ts';
import { speciesNetExport } from '../speciesNet/speciesNetExport.ts';
import { deploymentsTable } from './deploymentsTable.ts';
import { detectionsTable } from './detectionsTable.ts';
import { eventsTable } from './eventsTable.ts';
import { photosTable } from './photosTable.ts';
import { sequencesTable } from './sequencesTable.ts';

function rowsOf(file: ExportFile): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(textOf(file), {
    header: true,
    newline: '\r\n',
    delimiter: ',',
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  return data;
}

const survey = drawnSnapshot();
const row = (file: ExportFile, path: string): Record<string, string> => {
  const found = rowsOf(file).find((each) => each['path'] === path);
  if (!found) throw new Error(`no row for ${path}`);
  return found;
};

describe('photos.csv', () => {
  const file = photosTable(survey);

  it('has a row for every photo, in the order of their paths', () => {
    expect(rowsOf(file).map(({ path }) => path)).toEqual(survey.photos.map(({ media }) => media.path));
  });

  it('says where a photo is damaged, and never that nothing is in it', () => {
    const photos = survey.photos.map((photo) => ({
      ...photo,
      media: { ...photo.media, damage: { below: 0.4 } },
    }));
    const damaged = rowsOf(photosTable({ ...survey, photos }));
    expect(rowsOf(file).some(({ label }) => label === 'blank')).toBe(true);
    expect(damaged.map(({ damaged: where }) => where)).toEqual(photos.map(() => 'below 40 %'));
    expect(damaged.filter(({ label }) => label === 'blank')).toEqual([]);
    const sequences = rowsOf(sequencesTable({ ...survey, photos }));
    expect(sequences.filter(({ label }) => label === 'blank')).toEqual([]);
    const blank = {
      label: { name: 'blank', role: 'blank' as const },
      score: 0.9,
      source: 'classifier',
      top: [],
    };
    const answered = { ...survey, photos: photos.map((photo) => ({ ...photo, answer: blank })) };
    const answers = rowsOf(photosTable(answered)).map((each) => [
      each['prediction'],
      each['prediction_score'],
    ]);
    expect(answers).toEqual(photos.map(() => ['unknown', '']));
    const { counts } = JSON.parse(
      decisionsJson({
        snapshot: answered,
        gate: { personThreshold: 0.5, vehicleThreshold: null, neighbourSeconds: 0 },
        ...{ sequences: [], leak: [], suspects: [], verdicts: new Map(), clocks: [] },
        ...{ evaluations: [], unmatchedTruth: [], unknownTruthWords: [] },
      }),
    ) as { counts: { byLabel: Record<string, number> } };
    expect(Object.keys(counts.byLabel)).not.toContain('blank');
    expect(counts.byLabel['unknown']).toBeGreaterThan(0);
    const blankEntry = /"prediction": ?"[^"]*;blank"/;
    const { files: sound } = speciesNetExport(survey, 4);
    expect(textOf(sound[0] as ExportFile)).toMatch(blankEntry);
    const predictions = textOf(speciesNetExport(answered, 4).files[0] as ExportFile);
    expect(predictions).not.toMatch(blankEntry);
  });

  it('says of a photo what the machine says, by which model and rule', () => {
    expect(row(file, 'Season/Creek/2.JPG')).toMatchObject({
      deployment: 'Season/Creek',
      sequence_id: 'Season/Creek#1',
      frame_number: '2',
      datetime_original: '2021-06-04T05:00:02.07',
      utc_offset: 'UTC+02:00',
      label: 'animal',
      score: '0.5000',
      observed: 'animal',
      scientific_name: 'Vulpes vulpes',
      labelled_by: 'machine',
      rule: 'mean of the frames, animal from 0.40',
      threshold: '0.4',
      model_id: 'test-recipe 1.0.0',
      model_version: '1.0.0',
      model_sha256: 'ab'.repeat(32),
      app_version: '9.9.9',
      gate: 'clear',
    });
    const boxes = JSON.parse(row(file, 'Season/Creek/2.JPG')['detections'] ?? '') as unknown[];
    expect(boxes[0]).toEqual({
      class: 'red fox',
      score: 0.5,
      x: 0.1,
      y: 0.25,
      width: 0.1875,
      height: 0.3,
    });
  });

  it('says of a reviewed photo who said what and when, and keeps the machine\u2019s own word beside it', () => {
    expect(row(file, 'Season/Ridge/2.JPG')).toMatchObject({
      label: 'animal',
      observed: 'animal',
      scientific_name: 'Vulpes vulpes | Lepus europaeus',
      count: '3',
      labelled_by: 'human',
      person: 'Ada',
      labelled_at: '2021-07-01T08:30:00.000Z',
      rule: '',
      note: 'see the hare, left',
    });
    expect(row(file, 'Season/Ridge/5.JPG')).toMatchObject({ label: 'animal', observed: 'blank' });
  });

  it('lists a failed photo with its reason and without a label, and a pending one', () => {
    expect(row(file, 'Season/Ridge/3.JPG')).toMatchObject({
      status: 'failed',
      failure: 'truncated: The photo ends too early.',
      label: '',
      observed: '',
      labelled_by: '',
    });
    expect(row(file, 'Season/Ridge/4.JPG')).toMatchObject({ status: 'pending', label: '', sequence_id: '' });
  });

  it('brings hostile names through a second parser unchanged, none of them a formula', () => {
    const hostile = hostileSnapshot();
    const rows = rowsOf(photosTable(hostile));
    expect(rows.map(({ path = '' }) => unguarded(path))).toEqual(
      hostile.photos.map(({ media }) => media.path),
    );
    expect(rows.map(({ note = '' }) => unguarded(note)).sort()).toEqual([...hostileNames].sort());
    for (const cell of rows.flatMap((each) => Object.values(each))) expect(cell).not.toMatch(/^[=+@\t\r\n-]/);
  });
});

describe('sequences.csv', () => {
  it('has one row per sequence, with its times, its gate and who named it', () => {
    const rows = rowsOf(sequencesTable(survey));
    expect(rows.map(({ sequence_id }) => sequence_id)).toEqual(survey.sequences.map(({ id }) => id));
    expect(rows[0]).toMatchObject({
      start: '2021-06-04T05:00:00.07',
      end: '2021-06-04T05:00:04.07',
      frames: '3',
      label: 'animal',
      labelled_by: 'machine',
      gate: 'clear',
      reviewed: 'false',
    });
    expect(rows.find(({ p_person }) => p_person === '0.9700')).toMatchObject({
      gate: 'held',
      triage: 'held',
    });
  });
});

describe('detections.csv', () => {
  it('has one row per box, those of models with scores and those of people without', () => {
    const rows = rowsOf(detectionsTable(survey)).filter(({ path }) => path === 'Season/Ridge/2.JPG');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ label: 'animal', score: '0.55', labelled_by: 'machine', x: '0.1' });
    expect(rows[1]).toMatchObject({ label: 'Red fox', score: '', labelled_by: 'human', person: 'Ada' });
  });
});

describe('events.csv', () => {
  it('has one row per independent event, with the most individuals seen at once', () => {
    const rows = rowsOf(eventsTable(survey));
    expect(rows.map(({ event_id }) => event_id)).toEqual(survey.events.map(({ id }) => id));
    expect(rows.find(({ first_photo }) => first_photo === 'Season/Ridge/2.JPG')).toMatchObject({
      deployment: 'Season/Ridge',
      labelled_by: 'human',
    });
    expect(
      rows.find(({ label, deployment }) => label === 'Vulpes vulpes' && deployment === 'Season/Ridge'),
    ).toMatchObject({
      count: '2',
      photos: '1',
    });
  });
});

describe('deployments.csv', () => {
  it('counts the photos of each deployment', () => {
    expect(rowsOf(deploymentsTable(survey))[1]).toMatchObject({
      deployment: 'Season/Ridge',
      station: 'Ridge',
      latitude: '33.52',
      start: '2021-06-04T06:00:00.07',
      utc_offset: 'UTC+02:00',
      photos: '5',
      failed: '1',
    });
  });
});
