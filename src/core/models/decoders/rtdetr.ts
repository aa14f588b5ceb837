import type { InputFrame } from '../tensor/inputFrame.ts';
import type { ModelOutput } from '../manifest/modelManifest.ts';
import type { Prediction } from '../prediction/prediction.ts';
import { decodeRanked, type RankedBox } from './rankedBoxes.ts';
import { misshapenOutput, outputNamed, type RawOutputs } from './rawOutput.ts';

type RtdetrOutput = Extract<ModelOutput, { decoder: 'rtdetr' }>;

function* boxesIn(labels: Float32Array, boxes: Float32Array, scores: Float32Array): Generator<RankedBox> {
  for (const [index, score] of scores.entries()) {
    const [left = 0, top = 0, right = 0, bottom = 0] = boxes.subarray(index * 4, index * 4 + 4);
    yield { corners: [left, top, right, bottom], score, classId: labels[index] ?? -1 };
  }
}

/**
 * Boxes from the three outputs of the deploy graphs of RT-DETR, D-FINE and DEIM: class numbers `[1, boxes]`, corners
 * `[1, boxes, 4]` and scores `[1, boxes]`, or all without the first axis. Corners are in pixels of the size that the
 * graph was told (`input.sizeInput`), which is the input's own, or of the input where it is told none.
 *
 * @throws PhotoFailure `inference` when the shapes do not fit, a class is not known or a score is no probability
 */
export function decodeRtdetr(
  outputs: RawOutputs,
  output: RtdetrOutput,
  labelCount: number,
  frame: InputFrame,
): Prediction {
  const labels = outputNamed(outputs, output.names.labels);
  const boxes = outputNamed(outputs, output.names.boxes);
  const scores = outputNamed(outputs, output.names.scores);
  const count = scores.data.length;
  if (boxes.data.length !== count * 4 || boxes.shape.at(-1) !== 4) {
    throw misshapenOutput(boxes.shape, `[1, ${count}, 4]: a box for each of the ${count} scores`);
  }
  if (labels.data.length !== count) {
    throw misshapenOutput(labels.shape, `[1, ${count}]: a class for each of the ${count} scores`);
  }
  return decodeRanked(boxesIn(labels.data, boxes.data, scores.data), output, labelCount, frame);
}
