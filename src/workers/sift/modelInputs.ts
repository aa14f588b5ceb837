import type { ModelInput } from '../../core/models/manifest/modelManifest.ts';
import type { InputTensor } from '../../core/models/tensor/tensor.ts';
import type { OnnxInput } from '../../platform/onnxSession.ts';

/** The photo's tensor as the runtime takes it. */
function photoInput({ type, data, shape }: InputTensor): OnnxInput {
  // The data's type follows from `type`, which TypeScript cannot see.
  return { type, data, shape } as OnnxInput;
}

/**
 * What a graph takes that scales its boxes itself: always the input's own size, never the photo's, so that boxes come
 * back in input pixels from every graph, and padding and cropping are undone in one place.
 */
function sizeInput({ type, order }: NonNullable<ModelInput['sizeInput']>, tensor: InputTensor): OnnxInput {
  const { width, height } = tensor;
  const sides = order === 'width-height' ? [width, height] : [height, width];
  const shape = [1, 2];
  return type === 'int64'
    ? { type, data: BigInt64Array.from(sides, BigInt), shape }
    : { type, data: Float32Array.from(sides), shape };
}

/** All inputs of a model for one photo, by name. */
export function modelInputs(input: ModelInput, tensor: InputTensor): Record<string, OnnxInput> {
  const inputs = { [input.name]: photoInput(tensor) };
  if (input.sizeInput) inputs[input.sizeInput.name] = sizeInput(input.sizeInput, tensor);
  return inputs;
}
