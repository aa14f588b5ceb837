import { describe, expect, it } from 'vitest';
import { evidenceKey, gateEvidence } from './gateEvidence.ts';

const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };

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

describe('a box that cannot be right', () => {
  const labels = [{ name: 'hiker', role: 'person' as const }];
  const evidenceOf = (place: typeof box) =>
    gateEvidence(
      'm',
      { detections: [{ labelIndex: 0, score: 0.9, box: place }], labelScores: Float32Array.of(0.9) },
      labels,
    );

  it.each([
    ['of pixels that an import took for 0-1', { x: 1, y: 1, width: 0, height: 0 }],
    ['beside the photo', { x: 1.2, y: 0.2, width: 0.3, height: 0.3 }],
    ['one pixel of a model’s input', { x: 0.001, y: 0.001, width: 0.0016, height: 0.0016 }],
    ['of negative size', { x: 0.5, y: 0.5, width: -0.2, height: 0.2 }],
    ['of no number', { x: NaN, y: 0.5, width: 0.2, height: 0.2 }],
  ])('stays a sign of its score, without a place: %s', (_, place) => {
    expect(evidenceOf(place)).toMatchObject([{ role: 'person', score: 0.9, box: null, isMisplaced: true }]);
  });

  it('but not a small one', () => {
    expect(evidenceOf({ x: 0.99, y: 0.4, width: 0.2, height: 0.006 })).toMatchObject([{ box: { x: 0.99 } }]);
  });
});
