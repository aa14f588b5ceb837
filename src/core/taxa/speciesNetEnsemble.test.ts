import { describe, expect, it } from 'vitest';
import type { Geofence } from './geofence.ts';
import {
  combineSpeciesNet,
  geofenceSpeciesNet,
  rollUpSpeciesNet,
  speciesNetLabels,
  type SpeciesNetDetection,
  type SpeciesNetMaps,
} from './speciesNetEnsemble.ts';
import { readTaxon, type TaxonLevel } from './taxonomy.ts';

// The taxa, rules, scores and answers are the worked cases of google/cameratrapai, `speciesnet/ensemble_test.py` and
// `speciesnet/ensemble_prediction_combiner_test.py`; the first field of each label there is an id, here a number.
const { blank, animal, human, vehicle, unknown } = speciesNetLabels;
const lion = '1;mammalia;carnivora;felidae;panthera;leo;lion';
const panthera = '2;mammalia;carnivora;felidae;panthera;;panthera species';
const felidae = '3;mammalia;carnivora;felidae;;;cat family';
const carnivora = '4;mammalia;carnivora;;;;carnivorous mammal';
const mammalia = '5;mammalia;;;;;mammal';
const brownBear = '6;mammalia;carnivora;ursidae;ursus;arctos;brown bear';
const polarBear = '7;mammalia;carnivora;ursidae;ursus;maritimus;polar bear';
const panda = '8;mammalia;carnivora;ursidae;ailuropoda;melanoleuca;giant panda';
const ursus = '9;mammalia;carnivora;ursidae;ursus;;ursus species';
const ursidae = '10;mammalia;carnivora;ursidae;;;bear family';

const taxonomy = new Map(
  [blank, human, vehicle, lion, panthera, felidae, carnivora, mammalia, animal]
    .concat([brownBear, polarBear, panda, ursus, ursidae])
    .map((label) => [readTaxon(label), label]),
);
const geofence: Geofence = {
  [readTaxon(lion)]: { allow: { KEN: [], TZA: [] } },
  [readTaxon(panthera)]: { allow: { KEN: [], TZA: [], USA: ['AK', 'CA'] } },
  [readTaxon(felidae)]: { allow: { FRA: [], KEN: [], TZA: [], USA: [] }, block: { FRA: [], USA: ['NY'] } },
  [readTaxon(ursidae)]: { block: { GBR: [] } },
};

function at(country: string | null = null, region: string | null = null): SpeciesNetMaps {
  return { taxonomy, geofence, place: { country, region } };
}

function scored(labels: readonly string[], scores: readonly number[]) {
  return labels.map((label, index) => ({ label, score: scores[index] ?? 0 }));
}

describe('rollUpSpeciesNet', () => {
  const labels = [brownBear, polarBear, panda, blank, lion, human, animal];
  const all: TaxonLevel[] = ['species', 'genus', 'family', 'order', 'class'];

  it.each<[TaxonLevel[], number, number[], string | null, number, string | null]>([
    [['species'], 0.9, [0.8, 0.2, 0, 0, 0, 0, 0], null, 0, null],
    [['species'], 0.9, [0.9, 0.1, 0, 0, 0, 0, 0], null, 0, null],
    [['species'], 0.9, [1, 0, 0, 0, 0, 0, 0], brownBear, 1, null],
    [['genus'], 0.9, [0.6, 0.2, 0.01, 0.01, 0.01, 0.01, 0.01], null, 0, null],
    [['genus'], 0.9, [0.7, 0.25, 0.01, 0.01, 0.01, 0.01, 0.01], ursus, 0.95, null],
    [['family'], 0.8, [0.4, 0.1, 0.1, 0.1, 0.1, 0, 0], null, 0, null],
    [['family'], 0.8, [0.4, 0.21, 0.2, 0, 0, 0, 0], ursidae, 0.81, null],
    [['order'], 0.8, [0.3, 0.2, 0.1, 0.1, 0.1, 0, 0], null, 0, null],
    [['order'], 0.8, [0.3, 0.2, 0.1, 0.1, 0.23, 0, 0], carnivora, 0.83, null],
    [['class'], 0.8, [0.2, 0.2, 0.1, 0.1, 0.1, 0.1, 0], null, 0, null],
    [['class'], 0.8, [0.2, 0.2, 0.1, 0.1, 0.22, 0.1, 0], mammalia, 0.82, null],
    [['kingdom'], 0.81, [0.2, 0.2, 0.1, 0.1, 0.1, 0.1, 0.1], null, 0, null],
    [['kingdom'], 0.81, [0.2, 0.2, 0.1, 0.1, 0.23, 0.1, 0.1], animal, 0.93, null],
    [
      ['genus', 'family', 'order', 'class', 'kingdom'],
      0.75,
      [0.6, 0.1, 0.1, 0.1, 0.1, 0, 0],
      ursidae,
      0.8,
      null,
    ],
    [['species'], 0.1, [0.2, 0.3, 0.15, 0, 0.35, 0, 0], lion, 0.35, null],
    [all, 0.4, [0.1, 0.2, 0.2, 0.45, 0, 0, 0], ursidae, 0.5, null],
    [all, 0.4, [0.1, 0.2, 0.2, 0.45, 0, 0, 0], carnivora, 0.5, 'GBR'],
  ])('to %s above %f from %j: %s', (levels, threshold, scores, label, score, country) => {
    const answer = rollUpSpeciesNet(scored(labels, scores), levels, threshold, at(country));
    expect(answer?.label ?? null).toBe(label);
    if (answer) expect(answer.score).toBeCloseTo(score, 10);
    if (answer) expect(answer.source).toBe(`classifier+rollup_to_${answer.level}`);
  });
});

describe('geofenceSpeciesNet', () => {
  const scores = scored([lion, polarBear, blank, felidae], [0.4, 0.3, 0.2, 0.1]);

  it.each([
    ['TZA', null, lion, 0.4, 'classifier'],
    ['USA', null, felidae, 0.5, 'classifier+geofence+rollup_to_family'],
    ['USA', 'NY', carnivora, 0.8, 'classifier+geofence+rollup_to_order'],
  ])('in %s %s', (country, region, label, score, source) => {
    const answer = geofenceSpeciesNet(scores, at(country, region));
    expect(answer).toMatchObject({ label, source });
    expect(answer.score).toBeCloseTo(score, 10);
  });

  it('does not know what it is when nothing is left to roll up to', () => {
    const bare = { ...at('GBR'), taxonomy: new Map<string, string>() };
    expect(geofenceSpeciesNet(scores, bare)).toEqual({
      label: unknown,
      score: 0.4,
      source: 'classifier+geofence+rollup_failed',
    });
  });
});

describe('combineSpeciesNet', () => {
  const kenya = at('KEN');

  it.each<[string, SpeciesNetDetection | null, string, number, string, number, string]>([
    ['1a', { kind: 'human', score: 0.8 }, lion, 0.1, human, 0.8, 'detector'],
    ['1b', { kind: 'human', score: 0.3 }, human, 0.7, human, 0.7, 'classifier'],
    ['1b', { kind: 'human', score: 0.3 }, vehicle, 0.7, human, 0.7, 'classifier'],
    ['2a', { kind: 'vehicle', score: 0.3 }, human, 0.7, human, 0.7, 'classifier'],
    ['2a before 2b', { kind: 'vehicle', score: 0.9 }, human, 0.7, human, 0.7, 'classifier'],
    ['2b', { kind: 'vehicle', score: 0.8 }, lion, 0.1, vehicle, 0.8, 'detector'],
    ['2c', { kind: 'vehicle', score: 0.3 }, vehicle, 0.5, vehicle, 0.5, 'classifier'],
    ['3a', { kind: 'animal', score: 0.1 }, blank, 0.7, blank, 0.7, 'classifier'],
    ['3a without a box', null, blank, 0.7, blank, 0.7, 'classifier'],
    ['3b', { kind: 'animal', score: 0.3 }, blank, 0.995, blank, 0.995, 'classifier'],
    ['4a', { kind: 'animal', score: 0.1 }, lion, 0.9, lion, 0.9, 'classifier'],
    ['4b', { kind: 'animal', score: 0.3 }, lion, 0.7, lion, 0.7, 'classifier'],
    ['5a', { kind: 'animal', score: 0.1 }, lion, 0.66, panthera, 0.66, 'classifier+rollup_to_genus'],
    ['5b', { kind: 'animal', score: 0.6 }, lion, 0.1, animal, 0.6, 'detector'],
    ['6', { kind: 'animal', score: 0.1 }, lion, 0.1, unknown, 0.1, 'classifier'],
    ['1a is strict', { kind: 'human', score: 0.7 }, lion, 0.1, unknown, 0.1, 'classifier'],
    ['3a is strict', { kind: 'animal', score: 0.2 }, blank, 0.7, unknown, 0.7, 'classifier'],
    ['4a is strict', { kind: 'vehicle', score: 0.3 }, lion, 0.8, panthera, 0.8, 'classifier+rollup_to_genus'],
    ['5b is strict', { kind: 'animal', score: 0.5 }, lion, 0.1, unknown, 0.1, 'classifier'],
  ])('rule %s', (_, detection, label, score, expected, expectedScore, source) => {
    expect(combineSpeciesNet(detection, [{ label, score }], kenya)).toEqual({
      label: expected,
      score: expectedScore,
      source,
    });
  });

  it('rolls a lion outside Africa up to what may be there', () => {
    const answer = combineSpeciesNet(
      { kind: 'animal', score: 0.9 },
      [{ label: lion, score: 0.9 }],
      at('USA', 'NY'),
    );
    expect(answer).toMatchObject({ label: carnivora, source: 'classifier+geofence+rollup_to_order' });
  });

  it('does not know a photo without a box and without a classification', () => {
    expect(combineSpeciesNet(null, [], kenya)).toEqual({ label: unknown, score: 0, source: 'classifier' });
  });
});
