import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnSnapshot } from '../../../../tests/fixtures/drawnSurvey.ts';
import { hostileSnapshot } from '../../../../tests/fixtures/hostileSurvey.ts';
import { inCorpus } from '../../../../tests/helpers/corpus.ts';
import type { ModelLabel } from '../../models/manifest/modelManifest.ts';
import { predictionFromText, predictionText } from '../../models/prediction/predictionText.ts';
import type { SnapshotPhoto, SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { textOf } from '../exportFile.ts';
import { speciesNetExport } from './speciesNetExport.ts';
import { importSpeciesNet } from './speciesNetImport.ts';
import { readSpeciesNetLabel, speciesNetLabel } from './speciesNetLabel.ts';
import type { SpeciesNetVersion } from './speciesNetPredictions.ts';
import { speciesNetProblems } from './speciesNetProblems.ts';
import { readSpeciesNet } from './speciesNetReader.ts';
import { speciesNetText } from './speciesNetWriter.ts';

const written = (snapshot: SurveySnapshot, version: SpeciesNetVersion = 4): string =>
  speciesNetExport(snapshot, version)
    .files.map((file) => textOf(file))
    .join('');
const problemsOf = (text: string): string[] => [...speciesNetProblems([text])].map((each) => each.text);
const predictionsOf = (text: string): Record<string, unknown>[] =>
  (JSON.parse(text) as { predictions: Record<string, unknown>[] }).predictions;

const probabilities = { animal: 0, person: 0, vehicle: 0 };
const fox = ';mammalia;carnivora;canidae;vulpes;vulpes;red fox';

describe('speciesNetExport', () => {
  const survey = drawnSnapshot();
  const photo = (path: string, version: SpeciesNetVersion = 4): Record<string, unknown> =>
    predictionsOf(written(survey, version)).find(({ filepath }) => filepath === path) ?? {};

  it('has one classification per photo up to version 4, and one per box from 5', () => {
    expect(photo('Season/Creek/2.JPG')).toMatchObject({
      latitude: 33.51,
      classifications: { classes: [fox, expect.any(String) as string], scores: [0.5, 0.001] },
      detections: [
        { category: '1', label: 'animal', conf: 0.5, bbox: [0.1, 0.25, 0.1875, 0.3] },
        { category: '1', label: 'animal', conf: 0.45 },
      ],
      prediction: fox,
      prediction_score: 0.5,
      prediction_source: 'classifier',
      model_version: 'test-recipe 1.0.0',
    });
    const classifications = photo('Season/Creek/4.JPG', 5)['classifications'];
    expect(classifications).toHaveLength(2);
    expect(classifications).toMatchObject([{ scores: [0.97] }, { classes: [fox], scores: [0.6] }]);
  });

  it('says of people, vehicles and blanks what SpeciesNet says of them', () => {
    expect(photo('Season/Creek/4.JPG')['prediction']).toMatch(/^990ae9dd-.*;homo;sapiens;human$/);
    expect(photo('Season/Ridge/1.JPG')['prediction']).toMatch(/^e2895ed5-.*;vehicle$/);
    expect(photo('Season/Creek/5.JPG')['prediction']).toMatch(/^f1856211-.*;blank$/);
  });

  it('lists a failed photo with what failed, and no word', () => {
    expect(photo('Season/Ridge/3.JPG')).toMatchObject({ failures: ['CLASSIFIER', 'DETECTOR'] });
    expect(photo('Season/Ridge/3.JPG')).not.toHaveProperty('prediction');
  });

  it('passes its rules in both versions, also with hostile names', () => {
    for (const snapshot of [survey, hostileSnapshot()]) {
      for (const version of [4, 5] as const) expect(problemsOf(written(snapshot, version))).toEqual([]);
    }
  });

  it('export, import and export again give the same bytes', () => {
    for (const snapshot of [survey, hostileSnapshot()]) {
      for (const version of [4, 5] as const) {
        const once = written(snapshot, version);
        expect([...speciesNetText(readSpeciesNet([once]))].join('')).toBe(once);
      }
    }
  });
});

/** The survey of somebody who took a predictions file in and ran no model, with the photos that it is of. */
function afterImport(text: string, photos: readonly SnapshotPhoto[]): SurveySnapshot {
  const { model, photos: imported } = importSpeciesNet(readSpeciesNet([text]));
  const byFile = new Map(imported.map(({ file, prediction }) => [file, predictionText(prediction)]));
  const { id, version, name, info } = model;
  return {
    ...drawnSnapshot(),
    models: [{ id, version, name, sha256: '', license: '', ...(info ? { info } : {}) }],
    labels: model.labels,
    photos: photos.map((photo): SnapshotPhoto => {
      const kept = byFile.get(photo.media.path);
      // The decision is another: the thresholds may be.
      const decision = kept === undefined ? null : ({ label: 'blank', score: 1, probabilities } as const);
      return { ...photo, decision, prediction: kept === undefined ? null : predictionFromText(kept) };
    }),
  };
}

describe('a file that was taken in', () => {
  it('is written again byte for byte, whatever the thresholds are here', () => {
    const survey = drawnSnapshot();
    for (const version of [4, 5] as const) {
      const once = written(survey, version);
      expect(written(afterImport(once, survey.photos), version)).toBe(once);
    }
  });

  it('keeps the places that were in the file, where nobody has set any', () => {
    const survey = drawnSnapshot();
    const read = survey.photos.filter(({ prediction }) => prediction !== null);
    const once = written({ ...survey, photos: read });
    expect(once).toContain('"latitude": 33.51');
    expect(written({ ...afterImport(once, read), deployments: [] })).toBe(once);
  });

  it('keeps the word of the run also where the other version is asked for', () => {
    const survey = drawnSnapshot();
    const once = predictionsOf(written(survey, 4));
    const again = predictionsOf(written(afterImport(written(survey, 4), survey.photos), 5));
    const word = ({
      prediction,
      prediction_score,
      prediction_source,
    }: Record<string, unknown>): unknown[] => [prediction, prediction_score, prediction_source];
    expect(again.map(word)).toEqual(once.map(word));
    expect(problemsOf(written(afterImport(written(survey, 4), survey.photos), 5))).toEqual([]);
  });
});

describe('labels', () => {
  it('have seven parts whatever the name, and are read as what they were', () => {
    const label = fc.record({
      name: fc.string({ unit: 'binary', minLength: 1 }),
      role: fc.constantFrom<ModelLabel['role']>('animal', 'person', 'vehicle', 'blank', 'other'),
    });
    fc.assert(
      fc.property(label, (each) => {
        const text = speciesNetLabel(each);
        expect(text.split(';')).toHaveLength(7);
        expect(text).not.toMatch(/[\r\n]/);
        if (each.role !== 'animal' && each.role !== 'other') {
          expect(readSpeciesNetLabel(text)?.role).toBe(each.role);
        }
      }),
    );
    expect(readSpeciesNetLabel(fox)).toEqual({
      name: 'red fox',
      role: 'animal',
      commonName: 'red fox',
      taxon: 'mammalia;carnivora;canidae;vulpes;vulpes',
    });
    expect(readSpeciesNetLabel(`x${';no cv result'.repeat(6)}`)).toBeNull();
  });
});

describe('importSpeciesNet', () => {
  const human = '990ae9dd-7a59-4344-afcb-1b7b21368000;mammalia;primates;hominidae;homo;sapiens;human';
  const file = JSON.stringify({
    predictions: [
      {
        filepath: 'a.jpg',
        classifications: { classes: [fox, human], scores: [0.6, 0.3] },
        detections: [
          { category: '1', label: 'animal', conf: 0.9, bbox: [0, 0, 0.5, 0.5] },
          { category: '2', label: 'human', conf: 0.4, bbox: [0.5, 0.5, 0.5, 0.5] },
        ],
        prediction: fox,
        prediction_score: 0.6,
      },
      { filepath: 'b.jpg', failures: ['DETECTOR'] },
    ],
  });

  it('keeps every person, whatever the one word for the photo is', () => {
    const { model, photos, failures } = importSpeciesNet(readSpeciesNet([file]));
    const person = model.labels.findIndex(({ role }) => role === 'person');
    expect(photos[0]?.prediction.labelScores[person]).toBeCloseTo(0.4);
    expect([...(photos[0]?.prediction.labels ?? [])].map((index) => model.labels[index]?.name)).toEqual([
      'red fox',
      'human',
    ]);
    expect(failures).toEqual([{ file: 'b.jpg', reason: 'detector' }]);
  });

  it('survives anything that is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (predictions) => {
        importSpeciesNet(readSpeciesNet([JSON.stringify({ predictions })]));
      }),
    );
  });
});

describe('speciesNetProblems', () => {
  const sound = {
    filepath: 'a.jpg',
    classifications: { classes: [fox], scores: [0.5] },
    detections: [{ category: '1', label: 'animal', conf: 0.5, bbox: [0, 0, 1, 1] }],
    prediction: fox,
    prediction_score: 0.5,
  };
  const broken = (change: object): string[] =>
    problemsOf(JSON.stringify({ predictions: [{ ...sound, ...change }] }));

  it.each([
    ['no "filepath"', { filepath: '' }],
    ['must be CLASSIFIER', { failures: ['SOMETHING'] }],
    ['lists of one length', { classifications: { classes: [fox], scores: [] } }],
    ['seven parts', { classifications: [{ classes: ['fox'], scores: [0.5] }] }],
    ['from 0 to 1', { classifications: { classes: [fox], scores: [2] } }],
    ['highest score', { classifications: { classes: [fox, fox], scores: [0.1, 0.5] } }],
    ['of category', { detections: [{ ...sound.detections[0], label: 'person' }] }],
    ['"conf" must be', { detections: [{ ...sound.detections[0], conf: 2 }] }],
    ['four numbers', { detections: [{ ...sound.detections[0], bbox: [0, 0, 1] }] }],
    ['come first', { detections: [{ ...sound.detections[0], conf: 0.1 }, sound.detections[0]] }],
    ['"prediction" must', { prediction: 'fox' }],
    ['"prediction_score"', { prediction_score: null }],
  ])('says "%s" where that is so', (words, change) => {
    expect(broken({})).toEqual([]);
    expect(broken(change).join('\n')).toContain(words);
  });

  it('finds a photo that is there twice, and no list at all', () => {
    expect(problemsOf(JSON.stringify({ predictions: [sound, sound] }))).toEqual([
      'The photo is there twice.',
    ]);
    expect(problemsOf('{}')).toEqual(['There is no list of "predictions".']);
  });
});

const corpus = inCorpus('formats/zubalis_speciesnet-rust/assets/images');

describe.skipIf(!existsSync(corpus))('public files', () => {
  it.each(['output_ensemble.json', 'output_classifier.json', 'output_detector.json'])(
    '%s goes in and out unchanged',
    (name) => {
      const text = readFileSync(join(corpus, name), 'utf8');
      expect(problemsOf(text)).toEqual([]);
      const predictions = readSpeciesNet([text]);
      expect(JSON.parse([...speciesNetText(predictions)].join(''))).toEqual(JSON.parse(text));
      expect(importSpeciesNet(predictions).photos.length).toBe(predictionsOf(text).length);
      const [plain] = drawnSnapshot().photos;
      if (!plain) throw new Error('there is no photo');
      const photos = predictions.map(({ filepath }) => ({
        ...plain,
        media: { ...plain.media, path: filepath },
      }));
      expect(JSON.parse(written({ ...afterImport(text, photos), deployments: [] }))).toEqual(
        JSON.parse(text),
      );
    },
  );
});
