import { decodeOutput } from '../decoders/decoder.ts';
import { outputNamed, type RawOutputs } from '../decoders/rawOutput.ts';
import { PhotoFailure } from '../../files/failure.ts';
import type { ModelManifest } from '../manifest/modelManifest.ts';
import type { InputFrame } from '../tensor/inputFrame.ts';

/** The furthest two numbers at the same place are apart: absolute up to 1, in shares of the larger one above. */
function furthest(first: Float32Array, second: Float32Array): number {
  if (first.length !== second.length) return Infinity;
  let most = 0;
  for (const [index, value] of first.entries()) {
    const other = second[index] as number;
    const apart = Math.abs(value - other) / Math.max(1, Math.abs(value), Math.abs(other));
    // Two infinities of the same sign are no difference; a NaN is, wherever it comes from.
    if (value !== other && !(apart <= most)) most = Number.isNaN(apart) ? Infinity : apart;
  }
  return most;
}

function descending(scores: Float32Array): Float32Array {
  return scores.slice().sort((left, right) => right - left);
}

/** Of numbers that stand in a fixed order; where a graph sorts its boxes itself, those that nearly tie may swap. */
function rawDifference(expected: RawOutputs, found: RawOutputs, output: ModelManifest['output']): number {
  const both = (name: string): [Float32Array, Float32Array] => [
    outputNamed(expected, name).data,
    outputNamed(found, name).data,
  ];
  switch (output.decoder) {
    case 'classifier':
      return 0;
    case 'rtdetr': {
      const [first, second] = both(output.names.scores);
      return furthest(descending(first), descending(second));
    }
    case 'yolov10': {
      const scores = (rows: Float32Array): Float32Array => rows.filter((_, index) => index % 6 === 4);
      const [first, second] = both(output.name);
      return furthest(descending(scores(first)), descending(scores(second)));
    }
    case 'yolov5':
    case 'yolov8':
    case 'yolox':
      return furthest(...both(output.name));
  }
}

/**
 * How far the answers of two runtimes to the same input are apart: the most that the score of any label differs, and
 * for detectors also any number in the graph's own output, box sides in shares of themselves.
 *
 * @param expected outputs of the runtime that is trusted
 * @returns 0 for the same answers; Infinity when what was found cannot be read at all
 * @throws PhotoFailure `inference` when the trusted outputs do not fit the manifest
 */
export function outputDifference(
  expected: RawOutputs,
  found: RawOutputs,
  manifest: Pick<ModelManifest, 'output' | 'labels'>,
  frame: InputFrame,
): number {
  const { labelScores } = decodeOutput(expected, manifest, frame);
  try {
    const scores = decodeOutput(found, manifest, frame).labelScores;
    return Math.max(furthest(labelScores, scores), rawDifference(expected, found, manifest.output));
  } catch (error) {
    if (error instanceof PhotoFailure) return Infinity;
    throw error;
  }
}
