import type { InputFrame } from '../tensor/inputFrame.ts';
import type { ModelOutput } from '../manifest/modelManifest.ts';
import type { Size } from '../../files/pixels.ts';
import type { Prediction } from '../prediction/prediction.ts';
import { boxAround, decodeCells } from './cellGrid.ts';
import { misshapenOutput, type RawOutput } from './rawOutput.ts';

type YoloxOutput = Extract<ModelOutput, { decoder: 'yolox' }>;

const usualStrides = [8, 16, 32];

/** Column, row and stride of every cell, finest grid first, row by row: `[cells, 3]`. */
function cellPlaces({ width, height }: Size, strides: readonly number[]): Int32Array {
  const places: number[] = [];
  for (const stride of strides) {
    const columns = Math.floor(width / stride);
    const rows = Math.floor(height / stride);
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) places.push(column, row, stride);
    }
  }
  return Int32Array.from(places);
}

/**
 * Boxes from the raw output of YOLOX exports (`--decode_in_inference` not given): `[1, cells, 5 + labels]`, each cell
 * with the offset of its box's centre, the logarithm of its size, both in strides, its objectness and a probability
 * per label, the last two after their sigmoid. Grid as in `demo_postprocess` of Megvii-BaseDetection/YOLOX.
 *
 * @param frame its size sets the grid
 * @throws PhotoFailure `inference` when the shape does not fit the manifest or a score is no probability
 */
export function decodeYolox(
  { data, shape }: RawOutput,
  output: YoloxOutput,
  labelCount: number,
  frame: InputFrame,
): Prediction {
  const places = cellPlaces(frame, output.strides ?? usualStrides);
  const cells = places.length / 3;
  const row = 5 + labelCount;
  if (shape.length !== 3 || shape[0] !== 1 || shape[1] !== cells || shape[2] !== row) {
    throw misshapenOutput(
      shape,
      `[1, ${cells}, ${row}]: the cells of an input of ${frame.width} x ${frame.height}, with ${labelCount} labels`,
    );
  }
  const at = (cell: number, column: number): number => data[cell * row + column] as number;
  const place = (cell: number, column: number): number => places[cell * 3 + column] as number;
  return decodeCells(
    { data, cells, labelCount, firstScore: 5, labelStep: 1, cellStep: row, firstObjectness: 4 },
    (cell) => {
      const stride = place(cell, 2);
      return boxAround(
        (at(cell, 0) + place(cell, 0)) * stride,
        (at(cell, 1) + place(cell, 1)) * stride,
        Math.exp(at(cell, 2)) * stride,
        Math.exp(at(cell, 3)) * stride,
      );
    },
    output,
    frame,
  );
}
