import { describe, expect, it } from 'vitest';
import { PhotoFailure } from '../../files/failure.ts';
import type { InputFrame } from '../tensor/inputFrame.ts';
import { decodeYolov5 } from './yolov5.ts';

/** A photo of 4:3 that fills a MegaDetector v5 input padded to a multiple of 64. */
const frame: InputFrame = {
  width: 1280,
  height: 960,
  placement: { left: 0, top: 0, width: 1280, height: 960 },
  photo: { width: 1280, height: 960 },
};
const output = {
  name: 'output',
  decoder: 'yolov5',
  nmsIou: 0.45,
  scoreFloor: 0.005,
  maxDetections: 300,
} as const;

/** One cell per entry: centre x, centre y, width, height, objectness, then a score per label. */
function raw(cells: number[][]): { data: Float32Array; shape: number[] } {
  return { data: Float32Array.from(cells.flat()), shape: [1, cells.length, cells[0]?.length ?? 0] };
}

describe('decodeYolov5', () => {
  it('multiplies the scores of MegaDetector by their objectness', () => {
    const cells = [
      [640, 480, 320, 480, 0.5, 0.75, 0.125, 0],
      [160, 120, 320, 240, 0.0625, 0.5, 0, 0],
      [1200, 900, 20, 30, 0.002, 1, 1, 1],
    ];
    const { detections, labelScores } = decodeYolov5(raw(cells), output, 3, frame);
    expect(detections).toEqual([
      { labelIndex: 0, score: 0.375, box: { x: 0.375, y: 0.25, width: 0.25, height: 0.5 } },
      { labelIndex: 1, score: 0.0625, box: { x: 0.375, y: 0.25, width: 0.25, height: 0.5 } },
      { labelIndex: 0, score: 0.03125, box: { x: 0, y: 0, width: 0.25, height: 0.25 } },
    ]);
    expect([...labelScores]).toEqual([0.375, 0.0625, Math.fround(0.002)]);
  });

  it('drops boxes of one label that overlap by more than the manifest says', () => {
    const at = (x: number, objectness: number): number[] => [x, 100, 100, 100, objectness, 1, 0, 0];
    // 100 wide, 40 apart: 60 / 140 = 0.43 is kept; 30 apart: 70 / 130 = 0.54 is not.
    const { detections } = decodeYolov5(raw([at(100, 0.5), at(130, 0.25), at(140, 0.125)]), output, 3, frame);
    expect(detections.map(({ score }) => score)).toEqual([0.5, 0.125]);
  });

  it('refuses the output of another decoder and scores that are no probabilities', () => {
    const transposed = { data: new Float32Array(7 * 4), shape: [1, 7, 4] };
    expect(() => decodeYolov5(transposed, output, 3, frame)).toThrow(/\[1, 7, 4\].*\[1, cells, 8\]/);
    const logits = raw([[640, 480, 320, 480, 7.5, 0.1, 0, 0]]);
    expect(() => decodeYolov5(logits, output, 3, frame)).toThrow(/7\.50.*sigmoid/);
    const broken = raw([[640, 480, 320, 480, NaN, 0.1, 0, 0]]);
    expect(() => decodeYolov5(broken, output, 3, frame)).toThrow(PhotoFailure);
  });
});
