import { describe, expect, it } from 'vitest';
import { predictionOf, threeClassManifest } from '../../../../tests/fixtures/photo.ts';
import type { ModelLabel } from '../../models/manifest/modelManifest.ts';
import { toPhoto } from '../../survey/photo.ts';
import { doneMedia } from '../../../../tests/fixtures/photo.ts';
import { packPrediction } from '../../models/prediction/predictionPacking.ts';
import { packCrops } from '../recipes/recipeOutput.ts';
import { evidenceOf, peopleIn, type BesideRun } from './besideWords.ts';
import { strongestSign } from './photoEvidence.ts';
import { mayLeave, peopleGate } from './peopleGate.ts';

const species: ModelLabel[] = [
  { name: 'red fox', role: 'animal' },
  { name: 'roe deer', role: 'animal' },
];
const fox = {
  model: 'species 1',
  labels: species,
  prediction: packPrediction({ detections: [], labelScores: Float32Array.of(0.9, 0) }),
};
const { labels } = threeClassManifest;
const box = { x: 0.25, y: 0.25, width: 0.25, height: 0.5 };
const detector: BesideRun = { key: 'detector', model: 'lookout 0.3.0', labels };
const settings = { personThreshold: 0.05, vehicleThreshold: null, neighbourSeconds: 0 };

function isFree(evidence: ReturnType<typeof evidenceOf>): boolean {
  const sequence = { id: 's', deployment: 'Ridge', frames: [{ id: 'a', seconds: null, evidence }] };
  return peopleGate([sequence], settings).every(({ gate }) => mayLeave(gate));
}

describe('evidence from every kept output', () => {
  it('is unseen, and does not leave, where no model that knows people has looked', () => {
    expect(evidenceOf([fox])).toBeNull();
    expect(isFree(evidenceOf([fox]))).toBe(false);
    expect(toPhoto(doneMedia('a.jpg', null), fox.prediction, species).evidence).toBeNull();
  });

  it('holds a person whom a model saw that is not in use, and covers the place', () => {
    const said = peopleIn(predictionOf([0, 0.9, 0], [{ labelIndex: 1, score: 0.9, box }]), labels);
    const evidence = evidenceOf([fox], new Map([['detector', said]]), [detector]);
    expect([...(evidence ?? [])]).toMatchObject([{ model: 'lookout 0.3.0', role: 'person', box }]);
    expect(isFree(evidence)).toBe(false);
  });

  it('lets go where a model that knows people looked and saw none, in use or not', () => {
    const said = peopleIn(predictionOf([0.8, 0, 0]), labels);
    expect(said.labelScores).toHaveLength(2);
    expect(isFree(evidenceOf([fox], new Map([['detector', said]]), [detector]))).toBe(true);
  });

  it('does not take a look at parts that were cut out for a look at the photo', () => {
    const crops = packCrops([{ box, labelScores: Float32Array.of(0.9, 0, 0) }]);
    const run = { ...detector, key: 'classifier@animals/margin=0' };
    const said = new Map([[run.key, peopleIn(crops, labels)]]);
    expect(evidenceOf([], said, [run])).toBeNull();
    const human = packCrops([{ box, labelScores: Float32Array.of(0, 0.9, 0) }]);
    const seen = new Map([
      [run.key, peopleIn(human, labels)],
      ['detector', peopleIn(predictionOf([0.9, 0, 0]), labels)],
    ]);
    expect(isFree(evidenceOf([], seen, [run, detector]))).toBe(false);
  });

  it('holds a score that is no number, of a model in use or not', () => {
    const said = peopleIn(predictionOf([0, NaN, 0]), labels);
    const evidence = evidenceOf([fox], new Map([['detector', said]]), [detector]);
    expect(strongestSign(evidence ?? [], 'person')).toBe(Infinity);
    expect(isFree(evidence)).toBe(false);
  });
});
