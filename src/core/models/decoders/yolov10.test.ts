import { describe, expect, it } from 'vitest';
import type { InputFrame } from '../tensor/inputFrame.ts';
import { decodeYolov10 } from './yolov10.ts';

/** A photo of 2:1 in the 1280 x 1280 input of MegaDetector v6: 320 rows of padding above and below. */
const frame: InputFrame = {
  width: 1280,
  height: 1280,
  placement: { left: 0, top: 320, width: 1280, height: 640 },
  photo: { width: 2560, height: 1280 },
};
const output = { name: 'output0', decoder: 'yolov10', scoreFloor: 0.01, maxDetections: 300 } as const;

/** `[1, 300, 6]` as exported, the rows that are not used filled with zeros. */
function raw(rows: number[][]): { data: Float32Array; shape: number[] } {
  const data = new Float32Array(300 * 6);
  data.set(rows.flat());
  return { data, shape: [1, 300, 6] };
}

describe('decodeYolov10', () => {
  it('takes boxes as they are, also those that overlap', () => {
    const rows = [
      [0, 320, 640, 960, 0.875, 1],
      [0, 320, 640, 950, 0.5, 1],
      [640, 640, 960, 800, 0.25, 2],
    ];
    const { detections, labelScores } = decodeYolov10(raw(rows), output, 3, frame);
    expect(detections).toEqual([
      { labelIndex: 1, score: 0.875, box: { x: 0, y: 0, width: 0.5, height: 1 } },
      { labelIndex: 1, score: 0.5, box: { x: 0, y: 0, width: 0.5, height: Math.fround(630 / 640) } },
      { labelIndex: 2, score: 0.25, box: { x: 0.5, y: 0.5, width: 0.25, height: 0.25 } },
    ]);
    expect([...labelScores]).toEqual([0, 0.875, 0.25]);
  });

  it('maps class numbers that do not count from 0, and leaves out classes that are not listed', () => {
    const rows = [
      [0, 320, 640, 960, 0.5, 18],
      [0, 320, 640, 960, 0.25, 1],
      [0, 320, 640, 960, 0.75, 90],
    ];
    const coco = { ...output, classIds: [1, 18] };
    const { detections } = decodeYolov10(raw(rows), coco, 2, frame);
    expect(detections.map(({ labelIndex, score }) => [labelIndex, score])).toEqual([
      [1, 0.5],
      [0, 0.25],
    ]);
  });

  it('refuses a class that no label stands for, rather than lose a person', () => {
    expect(() => decodeYolov10(raw([[0, 320, 640, 960, 0.5, 3]]), output, 3, frame)).toThrow(
      /class 3.*labels for 0 to 2/,
    );
  });

  it('refuses an output of another shape', () => {
    expect(() => decodeYolov10({ data: new Float32Array(7), shape: [1, 1, 7] }, output, 3, frame)).toThrow(
      /\[1, boxes, 6\]/,
    );
  });
});
