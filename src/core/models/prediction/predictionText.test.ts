import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packPrediction } from './predictionPacking.ts';
import { predictionFromText, predictionText, TextPrediction } from './predictionText.ts';

const share = fc.float({ min: 0, max: 1 });
const anyPrediction = fc
  .record({
    detections: fc.array(
      fc.record({
        labelIndex: fc.nat(65_535),
        score: share,
        box: fc.record({ x: share, y: share, width: share, height: share }),
      }),
      { maxLength: 6 },
    ),
    labelScores: fc.array(share, { maxLength: 3000 }).map((scores) => Float32Array.from(scores)),
    entry: fc.option(fc.string({ unit: 'binary-ascii' }), { nil: undefined }),
  })
  .map(({ entry, ...prediction }) => ({
    ...packPrediction(prediction),
    ...(entry === undefined ? {} : { entry }),
  }));

it('gives back what went in, to the bit, also scores that are no numbers', () => {
  fc.assert(
    fc.property(anyPrediction, (prediction) => {
      const text = predictionText(prediction);
      expect(predictionFromText(text)).toEqual(prediction);
      const { labels, scores, boxes, labelScores, entry } = new TextPrediction(text);
      expect({ labels, scores, boxes, labelScores, entry }).toEqual({ entry: undefined, ...prediction });
    }),
    { numRuns: 50 },
  );
});

it('has no character above 255, so that a database keeps a byte for each', () => {
  fc.assert(
    fc.property(anyPrediction, (prediction) => {
      expect(predictionText(prediction)).toMatch(/^[\u0000-\u00ff]*$/);
    }),
    { numRuns: 20 },
  );
});
