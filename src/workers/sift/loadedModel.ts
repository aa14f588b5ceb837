import { decodeOutput, outputNames } from '../../core/decoders/decoder.ts';
import type { ModelManifest } from '../../core/manifest/modelManifest.ts';
import type { BoundingBox } from '../../core/prediction/box.ts';
import type { Prediction } from '../../core/prediction/prediction.ts';
import { toInputTensor } from '../../core/tensor/tensor.ts';
import type { DecodedPhoto } from '../../platform/frameDecoder.ts';
import { createSession } from '../../platform/onnxRuntime.ts';
import { runSession, type OnnxSession } from '../../platform/onnxSession.ts';
import type { SiftModel } from './contract.ts';
import { modelInputs } from './modelInputs.ts';
import { readWeights } from './modelWeights.ts';

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
  static async load(model: SiftModel): Promise<LoadedModel> {
    const { bytes, external } = await readWeights(model);
    return new LoadedModel(model.manifest, model.hash, await createSession(bytes, external));
  }

  /**
   * @param crop the part of the upright photo to look at, in its pixels; all of it unless given
   * @throws PhotoFailure or OnnxError
   */
  async predict(photo: DecodedPhoto, crop?: BoundingBox): Promise<Prediction> {
    const { input, output } = this.manifest;
    const tensor = toInputTensor(photo, input, photo.orientation, crop);
    const raw = await runSession(this.#session, modelInputs(input, tensor), outputNames(output));
    return decodeOutput(raw, this.manifest, tensor);
  }
}
