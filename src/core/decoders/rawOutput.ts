import { PhotoFailure } from '../failure.ts';

/** What a model gave for one photo, before it is understood. */
export interface RawOutput {
  data: Float32Array;
  shape: readonly number[];
}

/**
 * The best of some scores.
 *
 * @param first index of the first score
 * @param length how many scores follow one another
 * @throws PhotoFailure `inference` for a score that is no number: taking it for 0 would call the photo blank
 */
export function bestScore(scores: Float32Array, first: number, length: number): number {
  let best = 0;
  for (let index = first; index < first + length; index += 1) {
    const score = scores[index] as number;
    if (score > best) best = score;
    else if (Number.isNaN(score))
      throw new PhotoFailure('inference', 'The model gave a score that is not a number.');
  }
  return Math.min(1, best);
}

/** The failure for an output whose shape does not fit the manifest. */
export function misshapenOutput(shape: readonly number[], expected: string): PhotoFailure {
  const detail = `The model's output has shape [${shape.join(', ')}], but the manifest asks for ${expected}.`;
  return new PhotoFailure('inference', detail);
}
