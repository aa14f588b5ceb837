import type { InputFrame } from '../tensor/inputFrame.ts';
import type { ModelOutput } from '../manifest/modelManifest.ts';
import type { Prediction } from '../prediction/prediction.ts';
import { boxAround, decodeCells } from './cellGrid.ts';
import { misshapenOutput, type RawOutput } from './rawOutput.ts';

type Yolov5Output = Extract<ModelOutput, { decoder: 'yolov5' }>;

/**
 * Boxes from the output of YOLOv5 exports, and so of MegaDetector v5: `[1, cells, 5 + labels]`, each cell with its
 * box's centre x, centre y, width and height in input pixels, its objectness and a probability per label. A label's
 * score is their product.
 *
 * @throws PhotoFailure `inference` when the shape does not fit the manifest or a score is no probability
 */
export function decodeYolov5(
  { data, shape }: RawOutput,
  output: Yolov5Output,
  labelCount: number,
  frame: InputFrame,
): Prediction {
  const [batch = 0, cells = 0, row = 0] = shape;
  if (shape.length !== 3 || batch !== 1 || row !== 5 + labelCount || data.length !== row * cells) {
    throw misshapenOutput(
      shape,
      `[1, cells, ${5 + labelCount}]: 4 numbers per box, objectness and ${labelCount} labels`,
    );
  }
  const at = (cell: number, column: number): number => data[cell * row + column] as number;
  return decodeCells(
    { data, cells, labelCount, firstScore: 5, labelStep: 1, cellStep: row, firstObjectness: 4 },
    (cell) => boxAround(at(cell, 0), at(cell, 1), at(cell, 2), at(cell, 3)),
    output,
    frame,
  );
}
