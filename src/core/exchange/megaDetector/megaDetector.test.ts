import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnSnapshot } from '../../../../tests/fixtures/drawnSurvey.ts';
import { hostileNames, hostileSnapshot } from '../../../../tests/fixtures/hostileSurvey.ts';
import { snapshotLabels } from '../../../../tests/fixtures/surveySnapshot.ts';
import { inCorpus } from '../../../../tests/helpers/corpus.ts';
import type { SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { textOf } from '../exportFile.ts';
import { labelCategories } from './megaDetectorCategories.ts';
import { megaDetectorExport } from './megaDetectorExport.ts';
import { importMegaDetector } from './megaDetectorImport.ts';
import { megaDetectorProblems } from './megaDetectorProblems.ts';
import { readMegaDetector } from './megaDetectorReader.ts';
import { megaDetectorText } from './megaDetectorWriter.ts';

const written = (snapshot: SurveySnapshot): string =>
  megaDetectorExport(snapshot)
    .files.map((file) => textOf(file))
    .join('');
const problemsOf = (text: string): string[] => [...megaDetectorProblems([text])].map((each) => each.text);

/** The smallest file that is right, to be broken one rule at a time. */
const sound = {
  info: { format_version: '1.6', detector: 'd' },
  detection_categories: { '1': 'animal', '2': 'person', '3': 'vehicle' },
  classification_categories: { '0': 'fox' },
  images: [
    { file: 'a.jpg', detections: [{ category: '1', conf: 0.5, bbox: [0, 0, 0.5, 0.5] }] },
    { file: 'b.jpg', detections: null, failure: 'truncated' },
    { file: 'c.jpg', detections: [] },
  ],
};
type Sound = typeof sound;
const text = (change: (file: Record<string, unknown> & Sound) => unknown): string => {
  const file = structuredClone(sound);
  return JSON.stringify(change(file) ?? file);
};
const without = (object: object, key: string): undefined => {
  Reflect.deleteProperty(object, key);
};
const first = (file: Sound): Record<string, unknown> => file.images[0] as Record<string, unknown>;
const box = (file: Sound): Record<string, unknown> => file.images[0]?.detections?.[0] ?? {};

describe('megaDetectorExport', () => {
  const survey = drawnSnapshot();
  const file = JSON.parse(written(survey)) as Record<string, unknown> & {
    images: { file: string; detections: { category: string; conf: number }[] | null; failure?: string }[];
  };
  const image = (path: string) => file.images.find((each) => each.file === path);

  it('has the scores and boxes of every sifted photo, with a decimal point', () => {
    expect(image('Season/Creek/4.JPG')?.detections).toEqual([
      { category: '2', conf: 0.97, bbox: [0.1, 0.25, 0.1875, 0.3] },
      { category: '1', conf: 0.6, bbox: [0.3, 0.25, 0.1875, 0.3], classifications: [['0', 0.6]] },
    ]);
    expect(written(survey)).toContain('"conf": 1.0,');
    expect(image('Season/Creek/5.JPG')?.detections).toEqual([]);
  });

  it('has a failed photo as null with its reason, and leaves out what was not sifted, in words', () => {
    expect(image('Season/Ridge/3.JPG')).toEqual({
      file: 'Season/Ridge/3.JPG',
      detections: null,
      failure: 'truncated: The photo ends too early.',
    });
    expect(image('Season/Ridge/4.JPG')).toBeUndefined();
    expect(megaDetectorExport(survey).leftOut).toContainEqual({ reason: 'pending', count: 1 });
  });

  it('names model, version, hash and app', () => {
    expect(file['info']).toMatchObject({
      format_version: '1.6',
      detector: 'test-recipe 1.0.0',
      fieldsift: { app_version: '9.9.9', models: [{ sha256: 'ab'.repeat(32) }] },
    });
  });

  it('gives a model without boxes one box over the whole photo', () => {
    const boxless = structuredClone(survey.photos).map((photo) => ({
      ...photo,
      prediction: photo.prediction && {
        ...photo.prediction,
        labels: new Uint16Array(),
        scores: new Float32Array(),
        boxes: new Float32Array(),
      },
    }));
    const whole = JSON.parse(written({ ...survey, photos: boxless })) as typeof file;
    expect(whole.images[0]?.detections).toEqual([
      { category: '1', conf: 0.91, bbox: [0, 0, 1, 1], classifications: [['0', 0.91]] },
    ]);
    expect(problemsOf(written({ ...survey, photos: boxless }))).toEqual([]);
  });

  it('passes every rule, also with hostile names and labels', () => {
    expect(problemsOf(written(survey))).toEqual([]);
    const hostile = hostileSnapshot();
    expect(problemsOf(written(hostile))).toEqual([]);
    const read = readMegaDetector([written(hostile)]);
    expect(read.images.map((each) => each.file)).toEqual(hostile.photos.map(({ media }) => media.path));
  });

  it('never gives two classes one name, nor the name of a detection category', () => {
    const name = fc.oneof(
      fc.constantFrom('animal', 'Person', 'vehicle', 'fox', 'FOX', 'fox (2)'),
      fc.string(),
    );
    const role = fc.constantFrom('animal' as const, 'person' as const, 'blank' as const, 'other' as const);
    fc.assert(
      fc.property(fc.array(fc.record({ name, role })), (labels) => {
        const { names, classification } = labelCategories(labels);
        const lower = Object.values(names).map((each) => each.toLowerCase());
        expect(new Set([...lower, 'animal', 'person', 'vehicle']).size).toBe(lower.length + 3);
        expect(classification.filter((key) => key !== null)).toEqual(Object.keys(names));
      }),
    );
  });
});

describe('megaDetectorProblems', () => {
  it('finds nothing wrong with a sound file', () => {
    expect(problemsOf(text(() => undefined))).toEqual([]);
    expect(problemsOf(text((file) => ({ ...file, images: [] })))).toEqual([]);
  });

  it.each<[string, (file: Record<string, unknown> & Sound) => unknown]>([
    ['no "info"', (file) => without(file, 'info')],
    ['"1.3" or later', (file) => ({ ...file, info: {} })],
    ['"1.3" or later', (file) => ({ ...file, info: { format_version: 1.6 } })],
    ['"1.3" or later', (file) => ({ ...file, info: { format_version: '1.2' } })],
    ['no detection categories', (file) => without(file, 'detection_categories')],
    ['whole number', (file) => ({ ...file, detection_categories: { one: 'animal', '1': 'x' } })],
    ['not be blank', (file) => ({ ...file, detection_categories: { '1': ' ' } })],
    ['not be blank', (file) => ({ ...file, classification_categories: { '0': '' } })],
    ['keys must be those', (file) => ({ ...file, classification_category_descriptions: { '1': 'x' } })],
    ['Timelapse refuses', (file) => ({ ...file, classification_categories: { '0': 'animal' } })],
    ['no list of "images"', (file) => without(file, 'images')],
    ['no "file"', (file) => without(first(file), 'file')],
    ['"detections" is missing', (file) => without(first(file), 'detections')],
    ['null for "detections"', (file) => void Object.assign(first(file), { failure: 'x' })],
    ['must say its "failure"', (file) => void Object.assign(first(file), { detections: null })],
    ['must be text', (file) => void Object.assign(first(file), { detections: null, failure: 1 })],
    ['no category', (file) => without(box(file), 'category')],
    ['not among the detection', (file) => void Object.assign(box(file), { category: '9' })],
    ['no "conf"', (file) => without(box(file), 'conf')],
    ['decimal point', (file) => void Object.assign(box(file), { conf: 1 })],
    ['four numbers', (file) => without(box(file), 'bbox')],
    ['four numbers', (file) => void Object.assign(box(file), { bbox: [0, 0, 1.2, 1] })],
    [
      'not among the classification',
      (file) => void Object.assign(box(file), { classifications: [['7', 0.5]] }),
    ],
    ['no score', (file) => void Object.assign(box(file), { classifications: [['0', '0.5']] })],
    [
      'highest score first',
      (file) =>
        void Object.assign(box(file), {
          classifications: [
            ['0', 0.1],
            ['0', 0.5],
          ],
        }),
    ],
    ['"frame_rate"', (file) => void Object.assign(first(file), { file: 'a.MP4', frames_processed: [0] })],
    ['"frames_processed"', (file) => void Object.assign(first(file), { file: 'a.mp4', frame_rate: 30 })],
    ['"frame_number"', (file) => void Object.assign(first(file), { file: 'a.avi' })],
  ])('says "%s" where that is so', (words, change) => {
    expect(problemsOf(text(change)).join('\n')).toContain(words);
  });

  it('says of a file cut off that it ends too early', () => {
    expect(problemsOf(text(() => undefined).slice(0, -5))).toEqual([
      'The file ends too early: copy it again.',
    ]);
  });
});

describe('reading MegaDetector results', () => {
  it('export, import and export again give the same bytes', () => {
    for (const snapshot of [drawnSnapshot(), hostileSnapshot()]) {
      const once = written(snapshot);
      const results = readMegaDetector([once]);
      expect([...megaDetectorText(results, results.images)].join('')).toBe(once);
    }
  });

  it('gives a model that says the same: exported again after the import, boxes and scores are equal', () => {
    const snapshot = drawnSnapshot();
    const { model, photos } = importMegaDetector(readMegaDetector([written(snapshot)]));
    expect(model.labels.map(({ name, role }) => ({ name, role }))).toEqual(
      snapshotLabels.map(({ name, role }) => ({ name, role })),
    );
    expect(model.labels[3]?.taxon).toBe(snapshotLabels[3]?.taxon);
    const again: SurveySnapshot = {
      ...snapshot,
      labels: model.labels,
      photos: snapshot.photos.map((photo) => ({
        ...photo,
        prediction: photos.find(({ file }) => file === photo.media.path)?.prediction ?? null,
      })),
    };
    expect(written(again)).toBe(written(snapshot));
  });

  it('reads the old dialect: no version, max_detection_conf, an empty category, Windows paths', () => {
    const old = {
      info: { detector: 'unknown' },
      detection_categories: { '0': 'empty', '1': 'animal', '2': 'person', '3': 'group', '4': 'vehicle' },
      images: [
        {
          file: 'C:\\photos\\a.jpg',
          max_detection_conf: 0.9,
          detections: [
            { category: '0', conf: 0.2, bbox: [0, 0, 1, 1] },
            { category: '4', conf: '0.9', bbox: [0.1, 0.2, 0.3, 0.9] },
          ],
        },
        { file: 'b.jpg', failure: 'Failure image access' },
      ],
    };
    const { model, photos, failures } = importMegaDetector(readMegaDetector([JSON.stringify(old)]));
    expect(photos).toHaveLength(1);
    const prediction = photos[0]?.prediction;
    expect(model.labels[prediction?.labels[0] ?? -1]).toEqual({ name: 'vehicle', role: 'vehicle' });
    expect(prediction?.scores[0]).toBeCloseTo(0.9);
    // What lies outside the photo is cut off.
    expect(prediction?.boxes[3]).toBeCloseTo(0.8);
    expect(failures).toEqual([{ file: 'b.jpg', reason: 'Failure image access' }]);
  });

  it('keeps a person found by a class, whatever the box was', () => {
    const results = readMegaDetector([
      JSON.stringify({
        ...sound,
        classification_categories: { '4': 'human', '7': 'fox' },
        images: [
          {
            file: 'a.jpg',
            detections: [
              {
                category: '1',
                conf: 0.9,
                bbox: [0, 0, 1, 1],
                classifications: [
                  ['7', 0.3],
                  ['4', 0.6],
                ],
              },
            ],
          },
        ],
      }),
    ]);
    const { model, photos } = importMegaDetector(results);
    const human = model.labels.findIndex(({ role, name }) => role === 'person' && name === 'human');
    expect(photos[0]?.prediction.labelScores[human]).toBeCloseTo(0.6);
  });

  it('survives anything that is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (images, categories) => {
        const file = { images, detection_categories: { '1': 'animal', more: categories } };
        importMegaDetector(readMegaDetector([JSON.stringify(file)]));
      }),
    );
  });

  it('never takes a name for another', () => {
    const read = readMegaDetector([
      JSON.stringify({ ...sound, images: hostileNames.map((file) => ({ file, detections: [] })) }),
    ]);
    expect(read.images.map(({ file }) => file)).toEqual(hostileNames);
  });
});

const corpus = inCorpus('formats');

describe.skipIf(!existsSync(corpus))('public files', () => {
  it.each([
    ['conservationtechlab_animl-py/tests/GroundTruth/md/md_gt.json', 1],
    ['vhshen_caltech_missouri_labels/automl_training/deer_cxl/output.json', 1781],
    ['vhshen_caltech_missouri_labels/labelleddata/ground_truth/output.json', 89],
  ])('%s is read', (path, count) => {
    const { photos, failures } = importMegaDetector(
      readMegaDetector([readFileSync(join(corpus, path), 'utf8')]),
    );
    expect(photos.length + failures.length).toBe(count);
    expect(photos.some(({ prediction }) => prediction.scores.length > 0)).toBe(true);
  });
});
