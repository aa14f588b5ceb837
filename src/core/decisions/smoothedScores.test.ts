import { describe, expect, it } from 'vitest';
import type { ModelLabel } from '../models/manifest/modelManifest.ts';
import { packPrediction, type PackedPrediction } from '../models/prediction/predictionPacking.ts';
import { smoothedScores } from './smoothedScores.ts';
import { defaultSmoothing } from './smoothingOptions.ts';

const labels: ModelLabel[] = [
  { name: 'deer', role: 'animal' },
  { name: 'elk', role: 'animal' },
  { name: 'person', role: 'person' },
];
const [deer, elk, person] = [0, 1, 2];
const box = { x: 0.1, y: 0.1, width: 0.2, height: 0.2 };

/** A photo in which a classifier says so. */
function said(...scores: number[]): PackedPrediction {
  return packPrediction({ detections: [], labelScores: Float32Array.from(scores) });
}

/** A photo in which a detector has boxes of these labels. */
function boxed(...labelIndices: number[]): PackedPrediction {
  const labelScores = new Float32Array(labels.length);
  for (const label of labelIndices) labelScores[label] = 0.75;
  return packPrediction({
    detections: labelIndices.map((labelIndex) => ({ labelIndex, score: 0.75, box })),
    labelScores,
  });
}

describe('smoothed scores', () => {
  it('give the score of the odd one out to the many around it', () => {
    const frames = [
      said(0.75, 0.125, 0),
      said(0.75, 0, 0),
      said(0.75, 0, 0),
      said(0.75, 0, 0),
      said(0.25, 0.5, 0),
    ];
    const smoothed = smoothedScores(frames, labels, defaultSmoothing);
    expect(Array.from(smoothed[4] ?? [])).toEqual([0.5, 0, 0]);
    expect(smoothed.slice(0, 4)).toEqual(frames.slice(0, 4).map(({ labelScores }) => labelScores));
  });

  it('leave what the model said as it was', () => {
    const frames = [boxed(deer), boxed(deer), boxed(deer), boxed(deer), boxed(elk)];
    const before = structuredClone(frames);
    const smoothed = smoothedScores(frames, labels, defaultSmoothing);
    expect(Array.from(smoothed[4] ?? [])).toEqual([0.75, 0, 0]);
    expect(frames).toEqual(before);
  });

  it('take no person for an animal, however many animals stand around', () => {
    const frames = [boxed(deer, person), ...Array.from({ length: 5 }, () => boxed(deer))];
    expect(Array.from(smoothedScores(frames, labels, defaultSmoothing)[0] ?? [])).toEqual([0.75, 0, 0.75]);
  });

  it('are the model’s own where two kinds are both frequent, and where nothing is there', () => {
    const frames = [boxed(deer), boxed(deer), boxed(elk), boxed(elk), boxed()];
    expect(smoothedScores(frames, labels, defaultSmoothing)).toEqual(
      frames.map(({ labelScores }) => labelScores),
    );
    expect(smoothedScores([], labels, defaultSmoothing)).toEqual([]);
  });
});
