import type { InputFrame } from '../tensor/inputFrame.ts';
import type { ModelOutput } from '../manifest/modelManifest.ts';
import type { Prediction } from '../prediction/prediction.ts';
import { decodeRanked, type RankedBox } from './rankedBoxes.ts';
import { misshapenOutput, type RawOutput } from './rawOutput.ts';

type Yolov10Output = Extract<ModelOutput, { decoder: 'yolov10' }>;

const numbersPerBox = 6;

function* boxesIn(data: Float32Array, boxes: number): Generator<RankedBox> {
  for (let box = 0; box < boxes; box += 1) {
    const [left = 0, top = 0, right = 0, bottom = 0, score = 0, classId = 0] = data.subarray(
      box * numbersPerBox,
      (box + 1) * numbersPerBox,
    );
    yield { corners: [left, top, right, bottom], score, classId };
  }
}

/**
 * Boxes from the output of YOLOv10 exports, and of any Ultralytics export with `nms=True`: `[1, boxes, 6]`, each with
 * left, top, right and bottom in input pixels, score and class number. They do not repeat, so none is suppressed.
 *
 * @throws PhotoFailure `inference` when the shape does not fit, a class is not known or a score is no probability
 */
export function decodeYolov10(
  { data, shape }: RawOutput,
  output: Yolov10Output,
  labelCount: number,
  frame: InputFrame,
): Prediction {
  const [batch = 0, boxes = 0, row = 0] = shape;
  if (shape.length !== 3 || batch !== 1 || row !== numbersPerBox || data.length !== boxes * row) {
    throw misshapenOutput(shape, '[1, boxes, 6]: left, top, right, bottom, score and class of each box');
  }
  return decodeRanked(boxesIn(data, boxes), output, labelCount, frame);
}
