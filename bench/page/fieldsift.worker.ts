import * as Comlink from 'comlink';
import { readImageHeader } from '../../src/core/files/image/imageHeader.ts';
import { packPrediction } from '../../src/core/models/prediction/predictionPacking.ts';
import { storedSizeIn, toInputTensor, type InputTensor } from '../../src/core/models/tensor/tensor.ts';
import { readPhotoMetadata } from '../../src/platform/exif.ts';
import type { DecodedPhoto } from '../../src/platform/frameDecoder.ts';
import { decodePhoto } from '../../src/platform/imageDecoder.ts';
import { createSession } from '../../src/platform/onnxRuntime.ts';
import { runSession, type OnnxInput, type OnnxSession } from '../../src/platform/onnxSession.ts';
import { outputNames } from '../../src/core/models/decoders/decoder.ts';
import { LoadedModel } from '../../src/workers/sift/loadedModel.ts';
import { modelInputs } from '../../src/workers/sift/modelInputs.ts';
import type { ModelManifest } from '../../src/core/models/manifest/modelManifest.ts';
import type { BrowserProgram } from './contract.ts';

let manifest: ModelManifest;
let model: LoadedModel;
let session: OnnxSession;

async function decoded(file: File): Promise<DecodedPhoto> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const header = readImageHeader(bytes);
  const { orientation } = await readPhotoMetadata(bytes);
  const { width, height } = header;
  const wanted =
    width && height ? storedSizeIn(manifest.input, { width, height }, orientation) : manifest.input;
  return decodePhoto(bytes, header, wanted, orientation);
}

async function tensorOf(file: File): Promise<InputTensor> {
  const photo = await decoded(file);
  return toInputTensor(photo, manifest.input, photo.orientation);
}

const program: BrowserProgram = {
  async load(_, url, wanted) {
    manifest = wanted;
    const bytes = await (await fetch(url)).arrayBuffer();
    session = await createSession(new Uint8Array(bytes));
    model = await LoadedModel.load({ hash: '', manifest, weights: { url } });
  },
  async decode(photos) {
    const times: number[] = [];
    for (const photo of photos) {
      const started = performance.now();
      await tensorOf(photo);
      times.push(performance.now() - started);
    }
    return times;
  },
  async infer(photo, runs) {
    const inputs = modelInputs(manifest.input, await tensorOf(photo));
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const started = performance.now();
      await runSession(session, inputs, outputNames(manifest.output));
      times.push(performance.now() - started);
    }
    return times;
  },
  async outputs(data, shape) {
    const input: OnnxInput = { type: 'float32', data, shape };
    const [name = ''] = outputNames(manifest.output);
    const results = await runSession(session, { [manifest.input.name]: input }, [name]);
    return results[name]?.data ?? new Float32Array(0);
  },
  async sift(photos) {
    const answers = [];
    for (const photo of photos) answers.push(packPrediction(await model.predict(await decoded(photo))));
    return answers;
  },
};

Comlink.expose(program);
