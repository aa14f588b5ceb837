import { expect, it } from 'vitest';
import { snapshotOf } from '../../../../tests/fixtures/queueSnapshot.ts';
import type { ModelLabel } from '../../models/manifest/modelManifest.ts';
import { observationOf, type Observation } from '../../taxa/observation.ts';
import { packPrediction } from '../../models/prediction/predictionPacking.ts';
import type { SnapshotPhoto } from '../surveySnapshot.ts';
import { drawnBoxes } from './drawnBoxes.ts';
import { NamesInUse } from '../../queue/nameUse.ts';
import { suggestionsFor } from '../../queue/suggestions.ts';

const labels: ModelLabel[] = [
  { name: 'animal', role: 'animal' },
  { name: 'fox', role: 'animal', taxon: 'mammalia;carnivora;canidae;vulpes;vulpes' },
  { name: 'nothing', role: 'blank' },
];
const box = { x: 0.125, y: 0.25, width: 0.25, height: 0.25 };
const prediction = packPrediction({
  detections: [
    { labelIndex: 0, score: 0.75, box },
    { labelIndex: 0, score: 0.25, box: { ...box, x: 0.5 } },
  ],
  labelScores: Float32Array.of(0.75, 0.5, 0),
});
const fox = observationOf('animal', { taxon: null, scientificName: 'Vulpes vulpes', commonName: 'fox' });
const thresholds = { animal: 0.5, person: 0.5, vehicle: 0.5 };

function photoWith(observations: Observation[], reviewed = true): SnapshotPhoto {
  const [photo] = snapshotOf([{ id: 's', observations, reviewed }]).photos;
  if (!photo) throw new Error('no photo');
  return { ...photo, prediction };
}

it('draws the model’s boxes from its threshold on, named by what stands', () => {
  const drawn = drawnBoxes(photoWith([fox], false), labels, thresholds);
  expect(drawn).toMatchObject([{ role: 'animal', score: 0.75, box, observation: { taxon: fox.taxon } }]);
});

it('draws what a person drew instead, and nothing on what a person called blank', () => {
  const own = { x: 0.5, y: 0.5, width: 0.25, height: 0.25 };
  const drawn = drawnBoxes(photoWith([{ ...fox, box: own }]), labels, thresholds);
  expect(drawn.map(({ box: place, score }) => [place, score])).toEqual([[own, null]]);
  expect(drawnBoxes(photoWith([observationOf('blank')]), labels, thresholds)).toEqual([]);
});

it('suggests the best labels over the photos, as observations', () => {
  const second = { ...prediction, labelScores: Float32Array.of(0.25, 1, 0) };
  const suggestions = suggestionsFor([prediction, second], labels);
  expect(suggestions.map(({ label, score }) => [label.name, score])).toEqual([
    ['fox', 0.75],
    ['animal', 0.5],
  ]);
  expect(suggestions[0]?.observation.taxon?.scientificName).toBe('Vulpes vulpes');
  expect(suggestions[1]?.observation.taxon).toBeNull();
  expect(suggestionsFor([], labels)).toEqual([]);
});

it('learns names from people alone, one keystroke once', () => {
  const survey = snapshotOf([
    { id: 'a', observations: [fox], reviewed: true, votes: ['animal', 'animal', 'animal'] },
    { id: 'b', observations: [fox] },
  ]);
  expect(new NamesInUse().of(survey)).toEqual([{ taxon: fox.taxon, uses: 1 }]);
});
