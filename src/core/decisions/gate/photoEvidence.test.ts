import { describe, expect, it } from 'vitest';
import type { ModelLabel } from '../../models/manifest/modelManifest.ts';
import type { Detection } from '../../models/prediction/prediction.ts';
import { packPrediction } from '../../models/prediction/predictionPacking.ts';
import { predictionText, TextPrediction } from '../../models/prediction/predictionText.ts';
import type { GateEvidence } from './gateEvidence.ts';
import { evidenceIn, strongestSign } from './photoEvidence.ts';

const labels: ModelLabel[] = [
  { name: 'animal', role: 'animal' },
  { name: 'hiker', role: 'person' },
  { name: 'vehicle', role: 'vehicle' },
];
const box = { x: 0.125, y: 0.25, width: 0.5, height: 0.375 };

/** As the gate sees it, also from a prediction that is kept as a text. */
function signsOf(detections: Detection[], labelScores: number[]): GateEvidence[] {
  const packed = packPrediction({ detections, labelScores: Float32Array.from(labelScores) });
  const [evidence = [], kept = []] = [packed, new TextPrediction(predictionText(packed))].map((prediction) =>
    evidenceIn([{ model: 'm', labels, prediction }]),
  );
  const signs = [...evidence];
  expect([...kept]).toEqual(signs);
  for (const role of ['person', 'vehicle'] as const) {
    const strongest = strongestSign(signs, role);
    expect([strongestSign(evidence, role), strongestSign(kept, role)]).toEqual([strongest, strongest]);
  }
  return signs;
}

describe('evidenceIn', () => {
  it('finds the person beside a dog that scores higher, and where', () => {
    const elsewhere = { ...box, x: 0.5 };
    const detections = [
      { labelIndex: 0, score: 0.96875, box: elsewhere },
      { labelIndex: 1, score: 0.125, box },
    ];
    expect(signsOf(detections, [0.96875, 0.125, 0])).toEqual([
      { model: 'm', label: 'hiker', role: 'person', score: 0.125, box },
    ]);
  });

  it('keeps the score of a person whose box was under the floor, and of a classifier without boxes', () => {
    expect(signsOf([], [0, 0.0625, 0.25])).toEqual([
      { model: 'm', label: 'hiker', role: 'person', score: 0.0625, box: null },
      { model: 'm', label: 'vehicle', role: 'vehicle', score: 0.25, box: null },
    ]);
  });

  it('leaves out what no threshold of the gate reaches', () => {
    const faint = { labelIndex: 1, score: 0.0078125, box };
    const seen = { labelIndex: 1, score: 0.5, box };
    expect(signsOf([faint, seen], [0, 0.5, 0.0078125])).toHaveLength(1);
    expect(signsOf([], [0.9, 0.0078125, 0])).toEqual([]);
  });

  it('takes a score that is no number for a sign', () => {
    expect(signsOf([], [0, NaN, 0])[0]?.role).toBe('person');
    expect(signsOf([{ labelIndex: 2, score: NaN, box }], [0, 0, 0])[0]?.role).toBe('vehicle');
  });
});
