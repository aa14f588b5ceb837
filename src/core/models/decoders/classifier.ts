import type { ModelOutput } from '../manifest/modelManifest.ts';
import type { Prediction } from '../prediction/prediction.ts';
import { checkedScore, misshapenOutput, type RawOutput } from './rawOutput.ts';

type ClassifierOutput = Extract<ModelOutput, { decoder: 'classifier' }>;

/** The greatest number is taken off first, so that large logits do not overflow. */
function softmax(logits: Float32Array): Float32Array<ArrayBuffer> {
  const greatest = logits.reduce((best, logit) => Math.max(best, logit), -Infinity);
  const powers = Float64Array.from(logits, (logit) => Math.exp(logit - greatest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return Float32Array.from(powers, (power) => power / sum);
}

function activate(
  values: Float32Array,
  activation: ClassifierOutput['activation'],
): Float32Array<ArrayBuffer> {
  switch (activation) {
    case 'softmax':
      return softmax(values);
    case 'sigmoid':
      return Float32Array.from(values, (logit) => 1 / (1 + Math.exp(-logit)));
    case 'none':
      return Float32Array.from(values);
  }
}

/**
 * Scores from a classifier's output `[1, labels]` (also `[labels]` or with trailing axes of 1): one per label, no boxes.
 * Activation `softmax` takes logits where one label is right, `sigmoid` logits where any number are, and `none` scores
 * that are probabilities already, of either kind; they are never made to sum to 1.
 *
 * @throws PhotoFailure `inference` when the shape does not fit the manifest or a score is no probability
 */
export function decodeClassifier(
  { data, shape }: RawOutput,
  output: ClassifierOutput,
  labelCount: number,
): Prediction {
  const sides = shape.filter((side) => side !== 1);
  const isFitting = labelCount === 1 ? sides.length === 0 : sides.length === 1 && sides[0] === labelCount;
  if (!isFitting || data.length !== labelCount)
    throw misshapenOutput(shape, `[1, ${labelCount}]: one score per label`);
  const scores = activate(data, output.activation);
  return { detections: [], labelScores: scores.map((score) => Math.max(0, checkedScore(score))) };
}
