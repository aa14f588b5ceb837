import type { Placement } from '../letterbox.ts';
import type { ModelManifest } from '../modelManifest.ts';
import type { Prediction } from '../prediction.ts';
import { decodeClassifier } from './classifier.ts';
import type { RawOutput } from './rawOutput.ts';
import { decodeYolov8 } from './yolov8.ts';

function unknownDecoder(output: never): never {
  const { decoder } = output as { decoder: unknown };
  throw new RangeError(
    `The manifest's "output.decoder" is "${String(decoder)}", which this version does not know.`,
  );
}

/**
 * Reads what a model said of a photo, by the decoder its manifest names.
 *
 * @param placement where the photo lay in the model's input
 * @throws PhotoFailure `inference` when the output does not fit the manifest
 * @throws RangeError for a decoder that is not known; a manifest that was checked never names one
 */
export function decodeOutput(
  raw: RawOutput,
  { output, labels }: Pick<ModelManifest, 'output' | 'labels'>,
  placement: Placement,
): Prediction {
  switch (output.decoder) {
    case 'yolov8':
      return decodeYolov8(raw, output, labels.length, placement);
    case 'classifier':
      return decodeClassifier(raw, output, labels.length);
    default:
      return unknownDecoder(output);
  }
}
