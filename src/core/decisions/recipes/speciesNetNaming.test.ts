import { describe, expect, it } from 'vitest';
import { boxAt, boxesOf, classifier, detector, named, prepared } from '../../../../tests/fixtures/recipe.ts';
import type { BoundingBox } from '../../models/prediction/box.ts';
import { unpackDetections } from '../../models/prediction/predictionPacking.ts';
import { packCrops, type PackedOutput } from './recipeOutput.ts';

// The worked cases of google/cameratrapai, `speciesnet/ensemble_prediction_combiner_test.py`, through a whole recipe.
const md = detector('md', 'animal', 'person=person', 'vehicle=vehicle');
const names = ['lion', 'brown bear', 'polar bear', 'giant panda', 'blank', 'human', 'vehicle', 'bench'];
const sn = classifier(
  'sn',
  'lion=animal=mammalia;carnivora;felidae;panthera;leo',
  'brown bear=animal=mammalia;carnivora;ursidae;ursus;arctos',
  'polar bear=animal=mammalia;carnivora;ursidae;ursus;maritimus',
  'giant panda=animal=mammalia;carnivora;ursidae;ailuropoda;melanoleuca',
  'blank=blank',
  'human=person',
  'vehicle=vehicle',
  'bench=other',
);
const [first] = named('md');
const way = { kind: 'crops', detector: first, classifiers: named('sn'), floor: 0.25, naming: 'speciesnet' };
const key = 'sn@md/margin=0';
const kinds = ['animal', 'person', 'vehicle'];
const wholePhoto: BoundingBox = { x: 0, y: 0, width: 1, height: 1 };

type Scores = Partial<Record<string, number>>;

function said(...boxes: [kind: string, score: number, scores: Scores | null][]): Map<string, PackedOutput> {
  const scoresOf = (scores: Scores): Float32Array<ArrayBuffer> =>
    Float32Array.from(names, (name) => scores[name] ?? 0);
  const seen = boxes.filter(([kind]) => kind !== 'none');
  const detections = seen.map(([kind, score], index) => ({
    labelIndex: kinds.indexOf(kind),
    score,
    box: boxAt(index / 4),
  }));
  const crops = boxes.flatMap(([kind, , scores], index) =>
    scores ? [{ box: kind === 'none' ? wholePhoto : boxAt(index / 4), labelScores: scoresOf(scores) }] : [],
  );
  return new Map([
    ['md', boxesOf(3, ...detections)],
    [key, packCrops(crops)],
  ] as [string, PackedOutput][]);
}

function answered(outputs: Map<string, PackedOutput>, changes: object = {}) {
  const recipe = prepared([md, sn], { ...way, ...changes });
  const prediction = recipe.combine(outputs);
  const answer = recipe.answer?.(outputs) ?? null;
  const name = (index: number): string => recipe.combined.labels[index]?.name ?? '';
  return {
    answer: answer && [answer.label?.name ?? 'unknown', answer.score, answer.source],
    boxes: prediction && unpackDetections(prediction).map(({ labelIndex }) => name(labelIndex)),
    scores:
      prediction &&
      Object.fromEntries(
        [...prediction.labelScores]
          .map((score, index) => [name(index), score] as const)
          .filter(([, score]) => score > 0),
      ),
  };
}

describe("SpeciesNet's rules in a recipe of crops", () => {
  it.each<[string, string, number, Scores, string, number, string]>([
    ['1a', 'person', 0.875, { lion: 0.125 }, 'human', 0.875, 'detector'],
    ['1b', 'person', 0.375, { human: 0.75 }, 'human', 0.75, 'classifier'],
    ['1b', 'person', 0.375, { vehicle: 0.75 }, 'human', 0.75, 'classifier'],
    ['2a', 'vehicle', 0.875, { human: 0.75 }, 'human', 0.75, 'classifier'],
    ['2b', 'vehicle', 0.875, { lion: 0.125 }, 'vehicle', 0.875, 'detector'],
    ['2c', 'vehicle', 0.375, { vehicle: 0.5 }, 'vehicle', 0.5, 'classifier'],
    ['3a', 'animal', 0.125, { blank: 0.75 }, 'blank', 0.75, 'classifier'],
    ['3a without a box', 'none', 0, { blank: 0.75 }, 'blank', 0.75, 'classifier'],
    ['3b', 'animal', 0.875, { blank: 1 }, 'blank', 1, 'classifier'],
    ['4a', 'animal', 0.125, { lion: 0.875 }, 'lion', 0.875, 'classifier'],
    ['4a without a box', 'none', 0, { lion: 0.875 }, 'lion', 0.875, 'classifier'],
    ['4b', 'animal', 0.375, { lion: 0.75 }, 'lion', 0.75, 'classifier'],
    [
      '5a, one genus',
      'animal',
      0.875,
      { 'brown bear': 0.5, 'polar bear': 0.25 },
      'Ursus',
      0.75,
      'classifier+rollup_to_genus',
    ],
    [
      '5a, one family',
      'animal',
      0.875,
      { 'brown bear': 0.5, 'giant panda': 0.25 },
      'Ursidae',
      0.75,
      'classifier+rollup_to_family',
    ],
    [
      '5a, one order',
      'animal',
      0.875,
      { 'brown bear': 0.5, lion: 0.25 },
      'Carnivora',
      0.75,
      'classifier+rollup_to_order',
    ],
    ['5b', 'animal', 0.875, { lion: 0.125 }, 'animal', 0.875, 'detector'],
    ['6', 'animal', 0.125, { lion: 0.125 }, 'unknown', 0.125, 'classifier'],
    ['no rule for what is no animal', 'animal', 0.875, { bench: 1 }, 'animal', 0.875, 'detector'],
  ])('rule %s: %s at %f with %j is %s', (_, kind, score, scores, label, expected, source) => {
    expect(answered(said([kind, score, scores])).answer).toEqual([label, expected, source]);
  });

  it('keeps a lion out of places where there is none', () => {
    const geofence = {
      'mammalia;carnivora;felidae;panthera;leo': { allow: { KEN: [] } },
      'mammalia;carnivora;felidae;;': { block: { USA: ['NY'] } },
    };
    const outputs = said(['animal', 0.875, { lion: 0.875 }]);
    expect(answered(outputs, { geofence, country: 'KEN' }).answer?.[0]).toBe('lion');
    const america = answered(outputs, { geofence, country: 'USA' });
    expect(america.answer).toEqual(['Felidae', 0.875, 'classifier+geofence+rollup_to_family']);
    expect(america.boxes).toEqual(['Felidae']);
    const newYork = answered(outputs, { geofence, country: 'USA', region: 'NY' });
    expect(newYork.answer?.[0]).toBe('Carnivora');
    expect(answered(outputs, { geofence }).answer?.[0]).toBe('lion');
  });

  it('looks at the strongest box whatever it is, at every animal over the floor, and at the photo without a box', () => {
    const recipe = prepared([md, sn], way);
    const boxes = boxesOf(
      3,
      { labelIndex: 1, score: 0.75, box: boxAt(0) },
      { labelIndex: 0, score: 0.5, box: boxAt(0.25) },
      { labelIndex: 0, score: 0.125, box: boxAt(0.5) },
    );
    const [run] = recipe.missing(new Map([['md', boxes]]));
    expect(run?.crops?.boxes.map(({ x }) => x)).toEqual([0.25, 0]);
    const [whole] = recipe.missing(new Map([['md', boxesOf(3)]]));
    expect(whole?.crops?.boxes).toEqual([wholePhoto]);
    expect(recipe.combine(new Map([['md', boxes]]))).toBeNull();
  });

  it('names every animal by the same rules, with the score that the detector gave it', () => {
    const { answer, boxes, scores } = answered(
      said(
        ['animal', 0.875, { 'brown bear': 0.5, 'polar bear': 0.25 }],
        ['animal', 0.5, { lion: 0.75 }],
        ['animal', 0.375, { blank: 1 }],
      ),
    );
    expect(answer).toEqual(['Ursus', 0.75, 'classifier+rollup_to_genus']);
    expect(boxes).toEqual(['Ursus', 'lion']);
    expect(scores).toEqual({ Ursus: 0.875, lion: 0.5, blank: 0.375 });
  });

  it('makes an animal of a photo without a box in which the classifier is sure of one', () => {
    expect(answered(said(['none', 0, { lion: 0.875 }])).scores).toEqual({ lion: 0.875 });
    expect(answered(said(['none', 0, { lion: 0.5 }])).scores).toEqual({});
  });

  it('calls a vehicle just that where the classifier knows several and did not decide', () => {
    const many = classifier(
      'many',
      'fox=animal=mammalia;carnivora;canidae;;',
      'bicycle=vehicle',
      'car=vehicle',
    );
    const recipe = prepared([md, many], { ...way, classifiers: named('many') });
    const seen = boxesOf(3, { labelIndex: 2, score: 0.875, box: boxAt(0) });
    const answerOf = (...scores: number[]): unknown => {
      const crops = packCrops([{ box: boxAt(0), labelScores: Float32Array.from(scores) }]);
      const outputs = new Map<string, PackedOutput>([
        ['md', seen],
        ['many@md/margin=0', crops],
      ]);
      return recipe.answer?.(outputs)?.label?.name;
    };
    expect(answerOf(0.25, 0.125, 0)).toBe('vehicle');
    expect(answerOf(0.125, 0.125, 0.75)).toBe('car');
  });

  it('gives no answer where boxes are named by a threshold', () => {
    const recipe = prepared([md, sn], { ...way, naming: 'threshold' });
    expect(recipe.answer?.(said(['animal', 0.875, { lion: 0.875 }]))).toBeNull();
    expect(recipe.combined.labels.map(({ name }) => name)).not.toContain('Ursus');
  });

  it('is refused for a classifier without taxa', () => {
    const plain = classifier('plain', 'fox', 'deer');
    expect(() => prepared([md, plain], { ...way, classifiers: named('plain') })).toThrow(
      /“plain” has no label with a "taxon".*"naming" to "threshold"/,
    );
  });

  it.each([
    [{ country: 'Kenya' }, /"country" must be the three capital letters/],
    [{ region: 'California' }, /"region" must be the two capital letters/],
    [{ geofence: { 'aves;;;;': 'KEN' } }, /"geofence.*must be an object/],
    [{ naming: 'vote' }, /"naming" must be one of "threshold", "speciesnet"/],
  ])('%j is refused with its field', (changes, message) => {
    expect(() => prepared([md, sn], { ...way, ...changes })).toThrow(message);
  });
});
