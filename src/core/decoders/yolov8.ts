import { clampToUnit, nonMaximumSuppression, type BoundingBox } from '../box.ts';
import { boxInPhoto, type Placement } from '../letterbox.ts';
import type { ModelOutput } from '../modelManifest.ts';
import type { Detection, Prediction } from '../prediction.ts';
import { bestScore, misshapenOutput, type RawOutput } from './rawOutput.ts';

type Yolov8Output = Extract<ModelOutput, { decoder: 'yolov8' }>;

/** Row-major `[4 + labels, cells]`: centre x, centre y, width and height in input pixels, then one row per label. */
function boxOfCell(data: Float32Array, cell: number, cells: number): BoundingBox {
  const width = data[cell + 2 * cells] as number;
  const height = data[cell + 3 * cells] as number;
  return {
    x: (data[cell] as number) - width / 2,
    y: (data[cell + cells] as number) - height / 2,
    width,
    height,
  };
}

/** To float32 as it will be stored, so that a prediction is the same before and after. */
function rounded({ labelIndex, score, box }: Detection): Detection {
  const { x, y, width, height } = clampToUnit(box);
  return {
    labelIndex,
    score,
    box: { x: Math.fround(x), y: Math.fround(y), width: Math.fround(width), height: Math.fround(height) },
  };
}

/**
 * Boxes from the output of YOLOv8, v9 and v11 exports without built-in suppression: `[1, 4 + labels, cells]`, one box
 * per cell and a probability per label, no objectness. Unlike Ultralytics' default, a cell gives one box for *each*
 * label over the floor, so that a person is not lost behind an animal that scores higher in the same place.
 *
 * @throws PhotoFailure `inference` when the shape does not fit the manifest or a score is no number
 */
export function decodeYolov8(
  { data, shape }: RawOutput,
  output: Yolov8Output,
  labelCount: number,
  placement: Placement,
): Prediction {
  const [batch = 0, rows = 0, cells = 0] = shape;
  if (shape.length !== 3 || batch !== 1 || rows !== 4 + labelCount || data.length !== rows * cells) {
    throw misshapenOutput(shape, `[1, ${4 + labelCount}, cells]: 4 numbers per box and ${labelCount} labels`);
  }
  const candidates: Detection[] = [];
  const labelScores = new Float32Array(labelCount);
  for (let labelIndex = 0; labelIndex < labelCount; labelIndex += 1) {
    const first = (4 + labelIndex) * cells;
    const best = bestScore(data, first, cells);
    labelScores[labelIndex] = best;
    if (best <= output.scoreFloor) continue;
    for (let cell = 0; cell < cells; cell += 1) {
      const score = Math.min(1, data[first + cell] as number);
      if (score <= output.scoreFloor) continue;
      candidates.push({ labelIndex, score, box: boxInPhoto(boxOfCell(data, cell, cells), placement) });
    }
  }
  const kept = nonMaximumSuppression(candidates, output.nmsIou, output.maxDetections).map(rounded);
  return { detections: kept.filter(({ box }) => box.width > 0 && box.height > 0), labelScores };
}
