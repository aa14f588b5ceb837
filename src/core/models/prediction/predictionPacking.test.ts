import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packPrediction, unpackDetections, unpackPrediction } from './predictionPacking.ts';

const share = fc.float({ min: 0, max: 1, noNaN: true });
const prediction = fc.record({
  detections: fc.array(
    fc.record({
      labelIndex: fc.nat(3000),
      score: share,
      box: fc.record({ x: share, y: share, width: share, height: share }),
    }),
  ),
  labelScores: fc.array(share).map((scores) => Float32Array.from(scores)),
});

describe('packPrediction', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(prediction, (original) => {
        expect(unpackPrediction(packPrediction(original))).toEqual(original);
      }),
    );
  });

  it('survives being stored', () => {
    const packed = packPrediction({
      detections: [{ labelIndex: 1, score: 0.5, box: { x: 0.25, y: 0, width: 0.5, height: 1 } }],
      labelScores: Float32Array.of(0.5),
    });
    expect(structuredClone(packed)).toEqual(packed);
    expect(unpackDetections(structuredClone(packed))).toHaveLength(1);
  });
});
