import { describe, expect, it } from 'vitest';
import type { InputFrame } from '../tensor/inputFrame.ts';
import { decodeYolox } from './yolox.ts';

/** Grids of 8 x 4, 4 x 2 and 2 x 1 cells: 32 + 8 + 2. */
const frame: InputFrame = {
  width: 64,
  height: 32,
  placement: { left: 0, top: 0, width: 64, height: 32 },
  photo: { width: 1280, height: 960 },
};
const output = {
  name: 'output',
  decoder: 'yolox',
  nmsIou: 0.5,
  scoreFloor: 0.1,
  maxDetections: 10,
} as const;

/** Cells of zeros, but for some: offset x, offset y, log width, log height, objectness, then a score per label. */
function raw(cells: Record<number, number[]>, count = 42): { data: Float32Array; shape: number[] } {
  const data = new Float32Array(count * 7);
  for (const [cell, numbers] of Object.entries(cells)) data.set(numbers, Number(cell) * 7);
  return { data, shape: [1, count, 7] };
}

describe('decodeYolox', () => {
  it('finds each box from its cell in the grid', () => {
    const cells = {
      // Stride 8, column 3, row 1: centre (28, 12), size 8 x 16.
      11: [0.5, 0.5, 0, Math.log(2), 1, 0.25, 0],
      // Stride 16, column 1, row 1: centre (24, 24), size 16 x 16.
      37: [0.5, 0.5, 0, 0, 0.5, 0, 1],
      // Stride 32, column 1, row 0: centre (32, 16), size 64 x 32.
      41: [0, 0.5, Math.log(2), 0, 0.75, 1, 0],
    };
    const { detections } = decodeYolox(raw(cells), output, 2, frame);
    expect(
      detections.map(({ labelIndex, score, box }) => [
        labelIndex,
        score,
        ...[box.x, box.y, box.width, box.height].map((value) => Number(value.toFixed(6))),
      ]),
    ).toEqual([
      [0, 0.75, 0, 0, 1, 1],
      [1, 0.5, 0.25, 0.5, 0.25, 0.5],
      [0, 0.25, 0.375, 0.125, 0.125, 0.5],
    ]);
  });

  it('takes other strides from the manifest', () => {
    const { detections } = decodeYolox(
      raw({ 9: [0.5, 0.5, 0, 0, 1, 1, 0] }, 10),
      { ...output, strides: [16, 32] },
      2,
      frame,
    );
    expect(detections[0]?.box).toEqual({ x: 0.5, y: 0, width: 0.5, height: 1 });
  });

  it('refuses an output that is not of this input', () => {
    expect(() => decodeYolox(raw({}, 40), output, 2, frame)).toThrow(/\[1, 40, 7\].*\[1, 42, 7\].*64 x 32/);
  });
});
