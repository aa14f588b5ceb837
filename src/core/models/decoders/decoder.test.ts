import { describe, expect, it } from 'vitest';
import type { ModelManifest } from '../manifest/modelManifest.ts';
import { decodeOutput, outputNames } from './decoder.ts';

const frame = {
  width: 10,
  height: 10,
  placement: { left: 0, top: 0, width: 10, height: 10 },
  photo: { width: 100, height: 100 },
};
const labels: ModelManifest['labels'] = [
  { name: 'blank', role: 'blank' },
  { name: 'fox', role: 'animal' },
];

function classify(activation: 'softmax' | 'sigmoid' | 'none', values: number[], shape = [1, 2]): number[] {
  const output = { name: 'o', decoder: 'classifier', activation } as const;
  const raw = { data: Float32Array.from(values), shape };
  const { detections, labelScores } = decodeOutput({ o: raw }, { output, labels }, frame);
  expect(detections).toEqual([]);
  return [...labelScores];
}

describe('decodeOutput', () => {
  it('turns logits into probabilities, also large ones', () => {
    expect(classify('softmax', [0, Math.log(3)]).map((score) => score.toFixed(6))).toEqual([
      '0.250000',
      '0.750000',
    ]);
    expect(classify('softmax', [1000, 1000])).toEqual([0.5, 0.5]);
    expect(classify('sigmoid', [0, 100])).toEqual([0.5, 1]);
    expect(classify('none', [0.25, 0.5], [1, 2, 1, 1])).toEqual([0.25, 0.5]);
  });

  it('refuses a classifier whose output does not fit the labels', () => {
    expect(() => classify('none', [1, 2, 3], [1, 3])).toThrow(/\[1, 3\].*\[1, 2\]/);
    expect(() => classify('softmax', [NaN, 0])).toThrow(/not a number/);
  });

  it('never makes the scores of a multi-label model sum to 1', () => {
    expect(classify('sigmoid', [100, 100])).toEqual([1, 1]);
    expect(classify('none', [0.75, 0.5])).toEqual([0.75, 0.5]);
  });

  it('refuses logits that the manifest takes for probabilities', () => {
    expect(() => classify('none', [3.25, -1])).toThrow(/3\.25.*softmax/);
  });

  it('finds a detector by its name', () => {
    const output = { name: 'o', decoder: 'yolov8', nmsIou: 0.5, scoreFloor: 0.1, maxDetections: 5 } as const;
    const raw = { data: Float32Array.of(5, 5, 2, 2, 0, 0.5), shape: [1, 6, 1] };
    expect(decodeOutput({ o: raw }, { output, labels }, frame).detections).toHaveLength(1);
  });

  it('says which outputs there are when the one it needs is missing', () => {
    const output = { name: 'logits', decoder: 'classifier', activation: 'none' } as const;
    const raw = { data: Float32Array.of(0, 1), shape: [1, 2] };
    expect(() => decodeOutput({ o: raw, p: raw }, { output, labels }, frame)).toThrow(/"logits".*: o, p/);
  });

  it('says which decoder it does not know', () => {
    const output = { name: 'o', decoder: 'yolo99' } as unknown as ModelManifest['output'];
    const raw = { data: new Float32Array(0), shape: [] };
    expect(() => decodeOutput({ o: raw }, { output, labels }, frame)).toThrow(/"yolo99"/);
  });
});

describe('outputNames', () => {
  it('names every output that is read', () => {
    const names = { labels: 'classes', boxes: 'corners', scores: 'confidences' };
    const rtdetr = { decoder: 'rtdetr', names, scoreFloor: 0.1, maxDetections: 5 } as const;
    expect(outputNames(rtdetr)).toEqual(['classes', 'corners', 'confidences']);
    expect(outputNames({ name: 'o', decoder: 'classifier', activation: 'none' })).toEqual(['o']);
  });
});
