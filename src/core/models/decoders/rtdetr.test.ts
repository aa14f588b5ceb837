import { describe, expect, it } from 'vitest';
import type { InputFrame } from '../tensor/inputFrame.ts';
import { decodeRtdetr } from './rtdetr.ts';

/** A photo stretched over the 640 x 640 input of the Apache MegaDetector v6. */
const frame: InputFrame = {
  width: 640,
  height: 640,
  placement: { left: 0, top: 0, width: 640, height: 640 },
  photo: { width: 1280, height: 960 },
};
const output = {
  decoder: 'rtdetr',
  names: { labels: 'labels', boxes: 'boxes', scores: 'scores' },
  scoreFloor: 0.01,
  maxDetections: 300,
} as const;

const labels = { data: Float32Array.of(0, 2, 1), shape: [1, 3] };
const boxes = { data: Float32Array.of(0, 0, 320, 640, 160, 160, 320, 320, 0, 0, 0, 0), shape: [1, 3, 4] };
const scores = { data: Float32Array.of(0.75, 0.5, 0.005), shape: [1, 3] };

describe('decodeRtdetr', () => {
  it('puts classes, boxes and scores together', () => {
    const { detections, labelScores } = decodeRtdetr({ labels, boxes, scores }, output, 3, frame);
    expect(detections).toEqual([
      { labelIndex: 0, score: 0.75, box: { x: 0, y: 0, width: 0.5, height: 1 } },
      { labelIndex: 2, score: 0.5, box: { x: 0.25, y: 0.25, width: 0.25, height: 0.25 } },
    ]);
    expect([...labelScores]).toEqual([0.75, Math.fround(0.005), 0.5]);
  });

  it('reads graphs that give no batch axis the same', () => {
    const flat = {
      labels: { ...labels, shape: [3] },
      boxes: { ...boxes, shape: [3, 4] },
      scores: { ...scores, shape: [3] },
    };
    expect(decodeRtdetr(flat, output, 3, frame)).toEqual(
      decodeRtdetr({ labels, boxes, scores }, output, 3, frame),
    );
  });

  it('says which output is missing or does not fit', () => {
    expect(() => decodeRtdetr({ labels, boxes }, output, 3, frame)).toThrow(/"scores".*labels, boxes/);
    const short = { data: Float32Array.of(0, 0, 1, 1), shape: [1, 1, 4] };
    expect(() => decodeRtdetr({ labels, boxes: short, scores }, output, 3, frame)).toThrow(/\[1, 3, 4\]/);
    const one = { data: Float32Array.of(0), shape: [1, 1] };
    expect(() => decodeRtdetr({ labels: one, boxes, scores }, output, 3, frame)).toThrow(/a class for each/);
  });
});
