import type { ModelOutput } from '../manifest/modelManifest.ts';
import type { Size } from '../../files/pixels.ts';
import { outputNamed, type RawOutputs } from './rawOutput.ts';

/**
 * What is wrong with all boxes of a model together. `fractions`, `hundredths`: they count from 0 to 1, or to 100.
 * `corners`, `centres`: four numbers of the other kind. `swapped`: y before x. `outside`: not in the input.
 * `small`: in one corner of it. `no-number`: not finite.
 */
export type BoxFault =
  'fractions' | 'hundredths' | 'corners' | 'centres' | 'swapped' | 'outside' | 'small' | 'no-number';

/** Four numbers of each box, one after another, as the graph gave them. */
type Boxes = Float64Array<ArrayBuffer>;

/** A verdict on the whole output needs so many boxes. */
const enoughBoxes = 16;
/** Rounding, and boxes that hang over the edge, in fractions. */
const mostFraction = 1.5;
/** Boxes that a model gives for nothing are often a little odd. */
const most = 0.5;

function gathered(count: number, at: (box: number, number: number) => number): Boxes {
  const boxes: number[] = [];
  for (let box = 0; box < count; box += 1) {
    const four = [at(box, 0), at(box, 1), at(box, 2), at(box, 3)];
    // Rows of zeros are filling.
    if (four.some((value) => value !== 0)) boxes.push(...four);
  }
  return Float64Array.from(boxes);
}

/** null for a classifier, and for a decoder whose numbers are not places as they stand. */
function boxesIn(outputs: RawOutputs, output: ModelOutput): Boxes | null {
  if (output.decoder === 'classifier' || output.decoder === 'yolox') return null;
  if (output.decoder === 'rtdetr') {
    const { data } = outputNamed(outputs, output.names.boxes);
    return gathered(Math.floor(data.length / 4), (box, number) => data[box * 4 + number] ?? 0);
  }
  const { data, shape } = outputNamed(outputs, output.name);
  const [, second = 0, third = 0] = shape;
  return output.decoder === 'yolov8'
    ? gathered(third, (cell, row) => data[row * third + cell] ?? 0)
    : gathered(second, (cell, column) => data[cell * third + column] ?? 0);
}

/** The share of boxes that pass a test, 0-1. */
function shareOf(boxes: Boxes, isSo: (a: number, b: number, c: number, d: number) => boolean): number {
  let found = 0;
  for (let at = 0; at < boxes.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = boxes.subarray(at, at + 4);
    if (isSo(a, b, c, d)) found += 1;
  }
  return found / (boxes.length / 4);
}

/** True when neighbours in the output are neighbours down the picture: every grid is written row by row. */
function runsDown(boxes: Boxes): boolean {
  let across = 0;
  let down = 0;
  for (let at = 4; at < boxes.length; at += 4) {
    const stepX = Math.abs((boxes[at] ?? 0) - (boxes[at - 4] ?? 0));
    const stepY = Math.abs((boxes[at + 1] ?? 0) - (boxes[at - 3] ?? 0));
    if (stepX > stepY) across += 1;
    if (stepY > stepX) down += 1;
  }
  return down > 4 * across && down + across >= 4 * enoughBoxes;
}

/**
 * What cannot be right about the boxes of a model's output, whatever they are scored; null where nothing shows, or there
 * are too few of them. Boxes are in pixels of the input unless the manifest says fractions, by centre and size in grids
 * (`yolov5`, `yolov8`) and by corners elsewhere.
 */
export function boxFault(outputs: RawOutputs, output: ModelOutput, input: Size): BoxFault | null {
  const boxes = boxesIn(outputs, output);
  if (!boxes || boxes.length === 0) return null;
  if (shareOf(boxes, (...four) => !four.every(Number.isFinite)) > most) return 'no-number';
  const inFractions = 'boxes' in output && output.boxes === 'fractions';
  const isGrid = output.decoder === 'yolov5' || output.decoder === 'yolov8';
  const width = inFractions ? 1 : input.width;
  const height = inFractions ? 1 : input.height;
  const areAtMost = (limit: number): boolean =>
    shareOf(boxes, (...four) => four.every((value) => Math.abs(value) <= limit)) === 1;
  if (!inFractions && input.width > 8 && areAtMost(mostFraction)) return 'fractions';
  // In a grid sizes are never negative; of corners the second ones are never before the first.
  if (isGrid && shareOf(boxes, (_a, _b, c, d) => c < 0 || d < 0) > most) return 'corners';
  if (!isGrid && shareOf(boxes, (a, b, c, d) => c < a || d < b) > most / 2) return 'centres';
  if (boxes.length / 4 < enoughBoxes) return null;
  if (isGrid && shareOf(boxes, (a, b, c, d) => c >= a && d >= b) > 0.99) return 'corners';
  if (isGrid && runsDown(boxes)) return 'swapped';
  const isOutside = shareOf(boxes, (a, b, c, d) => {
    const x = isGrid ? a : (a + c) / 2;
    const y = isGrid ? b : (b + d) / 2;
    return x < -0.1 * width || y < -0.1 * height || x > 1.1 * width || y > 1.1 * height;
  });
  if (isOutside > most) return 'outside';
  const isInCorner = (limit: number): boolean =>
    shareOf(boxes, (a, b, c, d) => {
      const right = isGrid ? a + c / 2 : c;
      const bottom = isGrid ? b + d / 2 : d;
      return right <= limit * width && bottom <= limit * height;
    }) > 0.99;
  if (!isGrid || !isInCorner(0.35)) return null;
  return areAtMost(110) && width > 250 ? 'hundredths' : 'small';
}
