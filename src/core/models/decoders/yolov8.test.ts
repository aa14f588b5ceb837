import { describe, expect, it } from 'vitest';
import { PhotoFailure } from '../../files/failure.ts';
import type { InputFrame } from '../tensor/inputFrame.ts';
import { decodeYolov8 } from './yolov8.ts';

/** A photo of 2:1 in an input of 100 x 100: 25 rows of padding above and below. */
const frame: InputFrame = {
  width: 100,
  height: 100,
  placement: { left: 0, top: 25, width: 100, height: 50 },
  photo: { width: 200, height: 100 },
};
const output = {
  name: 'output0',
  decoder: 'yolov8',
  nmsIou: 0.5,
  scoreFloor: 0.1,
  maxDetections: 10,
} as const;

/** One cell per entry: centre x, centre y, width, height, then a score per label; laid out transposed. */
function raw(cells: number[][]): { data: Float32Array; shape: number[] } {
  const rows = cells[0]?.length ?? 0;
  const data = Float32Array.from({ length: rows * cells.length }, (_, index) => {
    return cells[index % cells.length]?.[Math.floor(index / cells.length)] ?? 0;
  });
  return { data, shape: [1, rows, cells.length] };
}

describe('decodeYolov8', () => {
  it('gives boxes in 0-1 of the photo, best first', () => {
    const { detections, labelScores } = decodeYolov8(
      raw([
        [25, 50, 50, 50, 0.4, 0],
        [75, 50, 50, 25, 0, 0.75],
      ]),
      output,
      2,
      frame,
    );
    expect(detections).toEqual([
      { labelIndex: 1, score: 0.75, box: { x: 0.5, y: 0.25, width: 0.5, height: 0.5 } },
      { labelIndex: 0, score: Math.fround(0.4), box: { x: 0, y: 0, width: 0.5, height: 1 } },
    ]);
    expect([...labelScores]).toEqual([Math.fround(0.4), 0.75]);
  });

  it('keeps a person in the cell of an animal that scores higher', () => {
    const { detections } = decodeYolov8(raw([[50, 50, 20, 20, 0.9, 0.3]]), output, 2, frame);
    expect(detections.map(({ labelIndex }) => labelIndex)).toEqual([0, 1]);
  });

  it('drops overlapping boxes of one label', () => {
    const cells = [
      [50, 50, 40, 40, 0.5],
      [51, 50, 40, 40, 0.75],
      [10, 50, 10, 10, 0.25],
    ];
    const scores = decodeYolov8(raw(cells), output, 1, frame).detections.map(({ score }) => score);
    expect(scores).toEqual([0.75, 0.25]);
  });

  it('keeps the best score under the floor, without a box', () => {
    const { detections, labelScores } = decodeYolov8(raw([[50, 50, 20, 20, 0.0625]]), output, 1, frame);
    expect(detections).toEqual([]);
    expect([...labelScores]).toEqual([0.0625]);
  });

  it('cuts boxes at the photo and drops those in the padding', () => {
    const { detections } = decodeYolov8(
      raw([
        [50, 25, 20, 20, 0.5],
        [50, 5, 10, 10, 0.5],
      ]),
      output,
      1,
      frame,
    );
    expect(detections.map(({ box }) => [box.y, box.height].map((value) => Number(value.toFixed(6))))).toEqual(
      [[0, 0.2]],
    );
  });

  it('refuses an output of another shape, and scores that are no numbers', () => {
    const { data } = raw([[50, 50, 20, 20, 0.5]]);
    expect(() => decodeYolov8({ data, shape: [1, 1, 5] }, output, 1, frame)).toThrow(
      /\[1, 1, 5\].*\[1, 5, cells\]/,
    );
    expect(() => decodeYolov8(raw([[50, 50, 20, 20, NaN]]), output, 1, frame)).toThrow(PhotoFailure);
  });
});
