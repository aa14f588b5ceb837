import { expect, it } from 'vitest';
import { packPrediction } from '../../models/prediction/predictionPacking.ts';
import { wholeOutput, type PackedOutput } from './recipeOutput.ts';
import { receivedOutputs, sentOutputs } from './outputText.ts';

const box = { x: 0.25, y: 0.5, width: 0.125, height: 0.0625 };
const whole = packPrediction({
  detections: [{ labelIndex: 1, score: 0.75, box }],
  labelScores: Float32Array.of(0.5, 0.75),
});
const crops = { cropBoxes: Float32Array.of(0.25, 0.5, 0.125, 0.0625), cropScores: Float32Array.of(0.5) };

it('arrives as it was sent, from one model and from several', () => {
  const said = new Map<string, PackedOutput>([
    ['detector', whole],
    ['classifier', crops],
  ]);
  for (const keys of [['detector'], ['detector', 'classifier']]) {
    const received = receivedOutputs(structuredClone(sentOutputs(said, keys)));
    const { labels, scores, boxes, labelScores } = wholeOutput(received, 'detector') ?? {};
    expect({ labels, scores, boxes, labelScores }).toEqual(whole);
    expect(received.get('classifier')).toEqual(keys.length > 1 ? crops : undefined);
    expect(received.has('classifier')).toBe(keys.length > 1);
  }
});

it('leaves out what no model said, and what nobody asks for', () => {
  const said = new Map<string, PackedOutput>([
    ['old', whole],
    ['detector', whole],
  ]);
  expect(sentOutputs(said, ['detector', 'classifier']).map(([key]) => key)).toEqual(['detector']);
});
