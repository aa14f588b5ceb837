import { decodeOutput, outputNames } from '../../core/decoders/decoder.ts';
import type { ModelManifest } from '../../core/manifest/modelManifest.ts';
import type { Prediction } from '../../core/prediction/prediction.ts';
import { toInputTensor } from '../../core/tensor/tensor.ts';
import { sha256Of } from '../../platform/contentKey.ts';
import type { DecodedPhoto } from '../../platform/frameDecoder.ts';
import { createSession, runSession, type OnnxSession } from '../../platform/onnxRuntime.ts';
import type { SiftModel } from './contract.ts';
import { modelInputs } from './modelInputs.ts';

/** A model in this worker's memory, ready to look at photos. */
export class LoadedModel {
  readonly manifest: ModelManifest;
  /** The name under which its outputs are kept. */
  readonly hash: string;
  readonly #session: OnnxSession;

  private constructor(manifest: ModelManifest, hash: string, session: OnnxSession) {
    this.manifest = manifest;
    this.hash = hash;
    this.#session = session;
  }

  /** @throws Error when the weights cannot be had, are not what the manifest says, or the runtime refuses them */
  static async load({ hash, manifest, weights }: SiftModel): Promise<LoadedModel> {
    const bytes = await ('url' in weights ? fetchBytes(weights.url) : weights.blob.arrayBuffer());
    const found = await sha256Of(bytes);
    const expected = manifest.files.find(({ kind }) => kind === 'model')?.sha256;
    if (found !== expected)
      throw new Error(`the weights of ${manifest.name} are damaged: SHA-256 is ${found}`);
    return new LoadedModel(manifest, hash, await createSession(new Uint8Array(bytes)));
  }

  /** @throws PhotoFailure or OnnxError */
  async predict(photo: DecodedPhoto): Promise<Prediction> {
    const { input, output } = this.manifest;
    const tensor = toInputTensor(photo, input, photo.orientation);
    const raw = await runSession(this.#session, modelInputs(input, tensor), outputNames(output));
    return decodeOutput(raw, this.manifest, tensor);
  }
}

async function fetchBytes(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the model's file answered ${response.status}`);
  return response.arrayBuffer();
}
