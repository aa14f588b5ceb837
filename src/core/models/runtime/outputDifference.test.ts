import { describe, expect, it } from 'vitest';
import type { ModelManifest, ModelOutput } from '../manifest/modelManifest.ts';
import { outputDifference } from './outputDifference.ts';

const frame = {
  width: 64,
  height: 64,
  placement: { left: 0, top: 0, width: 64, height: 64 },
  photo: { width: 64, height: 64 },
};
const labels: ModelManifest['labels'] = [
  { name: 'animal', role: 'animal' },
  { name: 'person', role: 'person' },
];
const boxes = { nmsIou: 0.5, scoreFloor: 0.3, maxDetections: 10 };

function difference(output: ModelOutput, shape: number[], first: number[], second: number[]): number {
  const of = (values: number[]) => ({ output0: { data: Float32Array.from(values), shape } });
  return outputDifference(of(first), of(second), { output, labels }, frame);
}

describe('outputDifference', () => {
  const yolov8: ModelOutput = { decoder: 'yolov8', name: 'output0', ...boxes };
  const cell = [32, 32, 8, 8, 0.1, 0.2];

  it('is 0 for the same answers', () => {
    expect(difference(yolov8, [1, 6, 1], cell, cell)).toBe(0);
  });

  it('sees a score that differs, also under the floor of boxes that are kept', () => {
    expect(difference(yolov8, [1, 6, 1], cell, [32, 32, 8, 8, 0.1, 0.25])).toBeCloseTo(0.05, 6);
  });

  it('sees a box that moved, in shares of its sides', () => {
    expect(difference(yolov8, [1, 6, 1], cell, [40, 32, 8, 8, 0.1, 0.2])).toBeCloseTo(0.2, 6);
  });

  it.each([NaN, Infinity, 7])('is beyond measure for scores that are none (%d)', (score) => {
    expect(difference(yolov8, [1, 6, 1], cell, [32, 32, 8, 8, 0.1, score])).toBe(Infinity);
  });

  it('is beyond measure where a side of a box is no number', () => {
    expect(difference(yolov8, [1, 6, 1], cell, [NaN, 32, 8, 8, 0.1, 0.2])).toBe(Infinity);
  });

  it('does not mind boxes that nearly tie and swap places in a list that the graph sorts', () => {
    const yolov10: ModelOutput = { decoder: 'yolov10', name: 'output0', scoreFloor: 0.3, maxDetections: 10 };
    const left = [0, 0, 8, 8, 0.1, 0];
    const right = [40, 40, 60, 60, 0.1001, 0];
    const swapped = difference(yolov10, [1, 2, 6], [...right, ...left], [...left, ...right]);
    expect(swapped).toBe(0);
    const doubled = difference(yolov10, [1, 2, 6], [...right, ...left], [...right, 0, 0, 8, 8, 0.05, 0]);
    expect(doubled).toBeCloseTo(0.05, 6);
  });

  it('compares what a classifier says after its activation: large logits may differ more', () => {
    const softmax: ModelOutput = { decoder: 'classifier', name: 'output0', activation: 'softmax' };
    expect(difference(softmax, [1, 2], [40, 0], [39, 0])).toBeLessThan(1e-6);
    expect(difference(softmax, [1, 2], [0.5, 0], [0, 0])).toBeGreaterThan(0.1);
  });
});
