import { decodeOutput, outputNames } from '../../src/core/models/decoders/decoder.ts';
import { readImageHeader } from '../../src/core/files/image/imageHeader.ts';
import type { ModelManifest } from '../../src/core/models/manifest/modelManifest.ts';
import type { Detection } from '../../src/core/models/prediction/prediction.ts';
import { storedSizeIn, toInputTensor } from '../../src/core/models/tensor/tensor.ts';
import { readPhotoMetadata } from '../../src/platform/exif.ts';
import { decodePhoto } from '../../src/platform/imageDecoder.ts';
import { createSession } from '../../src/platform/onnxRuntime.ts';
import { runSession, type OnnxSession } from '../../src/platform/onnxSession.ts';
import { modelInputs } from '../../src/workers/sift/modelInputs.ts';

declare global {
  interface Window {
    packBoxes: typeof packBoxes;
  }
}

/** Numbers that cross from the page to a test: float32, in base64. */
export interface CarriedTensor {
  shape: readonly number[];
  data: string;
}

/** What the app's own code makes of one photo, at each step. */
export interface PackBoxes {
  input: CarriedTensor;
  outputs: Record<string, CarriedTensor>;
  detections: Detection[];
}

const sessions = new Map<string, Promise<OnnxSession>>();

async function fetchBytes(url: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(url)).arrayBuffer());
}

function sessionOf(url: string): Promise<OnnxSession> {
  let session = sessions.get(url);
  if (!session) {
    session = fetchBytes(url).then((bytes) => createSession(bytes));
    sessions.set(url, session);
  }
  return session;
}

function carried({ data, shape }: { data: ArrayBufferView; shape: readonly number[] }): CarriedTensor {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  let text = '';
  for (let start = 0; start < bytes.length; start += 32_768) {
    text += String.fromCharCode(...bytes.subarray(start, start + 32_768));
  }
  return { shape, data: btoa(text) };
}

/** Runs in a page: what a pack's model says of a photo. */
async function packBoxes(photoUrl: string, manifest: ModelManifest, weightsUrl: string): Promise<PackBoxes> {
  const session = await sessionOf(weightsUrl);
  const bytes = await fetchBytes(photoUrl);
  const header = readImageHeader(bytes);
  const { orientation } = await readPhotoMetadata(bytes);
  const stored = { width: header.width ?? 1, height: header.height ?? 1 };
  const photo = await decodePhoto(
    bytes,
    header,
    storedSizeIn(manifest.input, stored, orientation),
    orientation,
  );
  const tensor = toInputTensor(photo, manifest.input, photo.orientation);
  const outputs = await runSession(
    session,
    modelInputs(manifest.input, tensor),
    outputNames(manifest.output),
  );
  return {
    input: carried(tensor),
    outputs: Object.fromEntries(Object.entries(outputs).map(([name, output]) => [name, carried(output)])),
    detections: decodeOutput(outputs, manifest, tensor).detections,
  };
}

window.packBoxes = packBoxes;
