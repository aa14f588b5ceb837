import type { InputFrame } from '../tensor/inputFrame.ts';
import type { ModelOutput } from '../manifest/modelManifest.ts';
import type { Prediction } from '../prediction/prediction.ts';
import { boxAround, decodeCells } from './cellGrid.ts';
import { misshapenOutput, type RawOutput } from './rawOutput.ts';

type Yolov8Output = Extract<ModelOutput, { decoder: 'yolov8' }>;

/**
 * Boxes from the output of YOLOv8, v9 and v11 exports without built-in suppression: `[1, 4 + labels, cells]`, row by
 * row: centre x, centre y, width and height in input pixels, then a probability per label. No objectness.
 *
 * @throws PhotoFailure `inference` when the shape does not fit the manifest or a score is no probability
 */
export function decodeYolov8(
  { data, shape }: RawOutput,
  output: Yolov8Output,
  labelCount: number,
  frame: InputFrame,
): Prediction {
  const [batch = 0, rows = 0, cells = 0] = shape;
  if (shape.length !== 3 || batch !== 1 || rows !== 4 + labelCount || data.length !== rows * cells) {
    throw misshapenOutput(shape, `[1, ${4 + labelCount}, cells]: 4 numbers per box and ${labelCount} labels`);
  }
  const at = (row: number, cell: number): number => data[row * cells + cell] as number;
  return decodeCells(
    { data, cells, labelCount, firstScore: 4 * cells, labelStep: cells, cellStep: 1, firstObjectness: -1 },
    (cell) => boxAround(at(0, cell), at(1, cell), at(2, cell), at(3, cell)),
    output,
    frame,
  );
}
