import { readImageHeader } from '../../src/core/files/image/imageHeader.ts';
import type { ModelInput } from '../../src/core/models/manifest/modelManifest.ts';
import type { Orientation } from '../../src/core/files/image/imageHeader.ts';
import { storedSizeIn, toInputTensor } from '../../src/core/models/tensor/tensor.ts';
import { decodePhoto } from '../../src/platform/imageDecoder.ts';

declare global {
  interface Window {
    inputDifference: typeof inputDifference;
  }
}

/**
 * Runs in a page: fetches a photo, prepares it for a model as the app does, and compares with expected levels.
 *
 * @param expected one byte per number of the tensor, in base64
 * @returns mean absolute difference, in the tensor's units
 */
async function inputDifference(
  url: string,
  input: ModelInput,
  orientation: Orientation,
  expected: string,
): Promise<number> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const header = readImageHeader(bytes);
  const stored = { width: header.width ?? 1, height: header.height ?? 1 };
  const photo = await decodePhoto(bytes, header, storedSizeIn(input, stored, orientation), orientation);
  const { data } = toInputTensor(photo, input, photo.orientation);
  const levels = atob(expected);
  let sum = 0;
  for (const [index, level] of data.entries()) sum += Math.abs(level - levels.charCodeAt(index));
  return sum / levels.length;
}

window.inputDifference = inputDifference;
