import type { InputFrame } from '../tensor/inputFrame.ts';
import type { ModelManifest, ModelOutput } from '../manifest/modelManifest.ts';
import type { Prediction } from '../prediction/prediction.ts';
import { decodeClassifier } from './classifier.ts';
import { outputNamed, type RawOutputs } from './rawOutput.ts';
import { decodeRtdetr } from './rtdetr.ts';
import { decodeYolov10 } from './yolov10.ts';
import { decodeYolov5 } from './yolov5.ts';
import { decodeYolov8 } from './yolov8.ts';
import { decodeYolox } from './yolox.ts';

function unknownDecoder(output: never): never {
  const { decoder } = output as { decoder: unknown };
  throw new RangeError(
    `The manifest's "output.decoder" is "${String(decoder)}", which this version does not know.`,
  );
}

/** The names of the graph's outputs that a decoder reads. */
export function outputNames(output: ModelOutput): string[] {
  return output.decoder === 'rtdetr'
    ? [output.names.labels, output.names.boxes, output.names.scores]
    : [output.name];
}

/** Where the photo lies in the input, in the units in which the model counts its boxes. */
function inUnitsOf(output: ModelOutput, frame: InputFrame): InputFrame {
  if (!('boxes' in output) || output.boxes !== 'fractions') return frame;
  const { width, height, placement } = frame;
  return {
    ...frame,
    placement: {
      left: placement.left / width,
      top: placement.top / height,
      width: placement.width / width,
      height: placement.height / height,
    },
  };
}

/**
 * Reads what a model said of a photo, by the decoder its manifest names.
 *
 * @param inputFrame the model's input, and where the photo lay in it
 * @throws PhotoFailure `inference` when the output does not fit the manifest
 * @throws RangeError for a decoder that is not known; a manifest that was checked never names one
 */
export function decodeOutput(
  outputs: RawOutputs,
  { output, labels }: Pick<ModelManifest, 'output' | 'labels'>,
  inputFrame: InputFrame,
): Prediction {
  const frame = inUnitsOf(output, inputFrame);
  switch (output.decoder) {
    case 'yolov5':
      return decodeYolov5(outputNamed(outputs, output.name), output, labels.length, frame);
    case 'yolov8':
      return decodeYolov8(outputNamed(outputs, output.name), output, labels.length, frame);
    case 'yolov10':
      return decodeYolov10(outputNamed(outputs, output.name), output, labels.length, frame);
    case 'yolox':
      return decodeYolox(outputNamed(outputs, output.name), output, labels.length, frame);
    case 'rtdetr':
      return decodeRtdetr(outputs, output, labels.length, frame);
    case 'classifier':
      return decodeClassifier(outputNamed(outputs, output.name), output, labels.length);
    default:
      return unknownDecoder(output);
  }
}
