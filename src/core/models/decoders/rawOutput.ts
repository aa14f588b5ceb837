import { PhotoFailure } from '../../files/failure.ts';

/** One output of a model for one photo, before it is understood; numbers of every type come as float32. */
export interface RawOutput {
  data: Float32Array;
  shape: readonly number[];
}

/** A model's outputs by their names in the graph. */
export type RawOutputs = Readonly<Record<string, RawOutput>>;

/** Rounding can leave a probability a hair above 1; more than this, and it is none. */
const mostScore = 1.05;

/**
 * A score as a model gave it.
 *
 * @returns at most 1
 * @throws PhotoFailure `inference` for a score that is no number (taking it for 0 would call the photo blank) or no
 *   probability
 */
export function checkedScore(score: number): number {
  if (Number.isNaN(score))
    throw new PhotoFailure('inference', 'The model gave a score that is not a number.');
  if (score > mostScore) {
    const detail = `The model gave a score of ${score.toPrecision(3)}, but scores are from 0 to 1. The graph may lack its last sigmoid or softmax, or the manifest may name the wrong decoder or activation.`;
    throw new PhotoFailure('inference', detail);
  }
  return Math.min(1, score);
}

/** The output of a name. @throws PhotoFailure `inference` when the model did not give it */
export function outputNamed(outputs: RawOutputs, name: string): RawOutput {
  const output = outputs[name];
  if (output) return output;
  const known = Object.keys(outputs).join(', ');
  throw new PhotoFailure('inference', `The model gave no output "${name}"; it gave: ${known}.`);
}

/** The failure for an output whose shape does not fit the manifest. */
export function misshapenOutput(shape: readonly number[], expected: string): PhotoFailure {
  const detail = `The model's output has shape [${shape.join(', ')}], but the manifest asks for ${expected}.`;
  return new PhotoFailure('inference', detail);
}
