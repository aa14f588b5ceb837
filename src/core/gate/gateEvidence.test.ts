import { describe, expect, it } from 'vitest';
import { evidenceKey, gateEvidence } from './gateEvidence.ts';
import type { ModelLabel } from '../manifest/modelManifest.ts';

const labels: ModelLabel[] = [
  { name: 'animal', role: 'animal' },
  { name: 'person', role: 'person' },
  { name: 'vehicle', role: 'vehicle' },
];
const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };

describe('gateEvidence', () => {
  it('finds the person beside a dog that scores higher', () => {
    const evidence = gateEvidence(
      'MegaDetector 5a',
      {
        detections: [
          { labelIndex: 0, score: 0.97, box },
          { labelIndex: 1, score: 0.12, box },
        ],
        labelScores: Float32Array.from([0.97, 0.12, 0]),
      },
      labels,
    );
    expect(evidence).toEqual([
      { model: 'MegaDetector 5a', label: 'person', role: 'person', score: 0.12, box },
    ]);
  });

  it('keeps the score of a person whose box was under the floor, and of a classifier without boxes', () => {
    const labelScores = Float32Array.from([0, 0.0625, 0.25]);
    expect(gateEvidence('m', { detections: [], labelScores }, labels)).toEqual([
      { model: 'm', label: 'person', role: 'person', score: 0.0625, box: null },
      { model: 'm', label: 'vehicle', role: 'vehicle', score: 0.25, box: null },
    ]);
  });

  it('takes a score that is no number for a sign', () => {
    const [sign] = gateEvidence('m', { detections: [], labelScores: Float32Array.from([0, NaN, 0]) }, labels);
    expect(sign?.role).toBe('person');
  });
});

describe('evidenceKey', () => {
  it('stays the same for the same box, and changes with the place, the model and the photo', () => {
    const sign = { model: 'm', label: 'hiker', role: 'person', score: 0.4, box } as const;
    const key = evidenceKey('a', sign);
    expect(evidenceKey('a', { ...sign, score: 0.6 })).toBe(key);
    expect(evidenceKey('a', { ...sign, box: { ...box, x: 0.1000004 } })).toBe(key);
    expect(evidenceKey('a', { ...sign, box: { ...box, x: 0.11 } })).not.toBe(key);
    expect(evidenceKey('a', { ...sign, model: 'n' })).not.toBe(key);
    expect(evidenceKey('a', { ...sign, label: 'hunter' })).not.toBe(key);
    expect(evidenceKey('b', sign)).not.toBe(key);
  });
});
