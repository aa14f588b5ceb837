import { boxFault, type BoxFault } from '../../core/models/decoders/boxTrial.ts';
import { decodeOutput, outputNames } from '../../core/models/decoders/decoder.ts';
import type { RawOutputs } from '../../core/models/decoders/rawOutput.ts';
import type { ModelManifest } from '../../core/models/manifest/modelManifest.ts';
import type { BoundingBox } from '../../core/models/prediction/box.ts';
import type { Prediction } from '../../core/models/prediction/prediction.ts';
import { toInputTensor, type InputTensor } from '../../core/models/tensor/tensor.ts';
import type { DecodedPhoto } from '../../platform/frameDecoder.ts';
import { createSession } from '../../platform/onnxRuntime.ts';
import { runSession, type OnnxInput, type OnnxSession } from '../../platform/onnxSession.ts';
import { GraphicsPort } from '../graphics/graphicsPort.ts';
import type { SiftModel } from './contract.ts';
import { modelInputs } from './modelInputs.ts';
import { readWeights } from './modelWeights.ts';

async function loadOnProcessor(model: SiftModel): Promise<OnnxSession> {
  const { bytes, external } = await readWeights(model);
  return createSession(bytes, external);
}

/** A model ready to look at photos: in this worker's memory, or on the graphics processor until that fails. */
export class LoadedModel {
  readonly manifest: ModelManifest;
  /** The name under which its outputs are kept. */
  readonly hash: string;
  readonly #model: SiftModel;
  /** Also while it is loading, so that photos in hand at the same time load it once. */
  #processor: Promise<OnnxSession> | null;
  #graphics: GraphicsPort | null;

  private constructor(model: SiftModel, processor: Promise<OnnxSession> | null) {
    this.manifest = model.manifest;
    this.hash = model.hash;
    this.#model = model;
    this.#processor = processor;
    this.#graphics = model.graphics ? new GraphicsPort(model.graphics) : null;
  }

  /** @throws Error when the weights cannot be had, are not what the manifest says, or the runtime refuses them */
  static async load(model: SiftModel): Promise<LoadedModel> {
    if (model.graphics) return new LoadedModel(model, null);
    return new LoadedModel(model, Promise.resolve(await loadOnProcessor(model)));
  }

  /**
   * @param crop the part of the upright photo to look at, in its pixels; all of it unless given
   * @throws PhotoFailure or OnnxError
   */
  async predict(photo: DecodedPhoto, crop?: BoundingBox): Promise<Prediction> {
    const { raw, tensor } = await this.#look(photo, crop);
    return decodeOutput(raw, this.manifest, tensor);
  }

  /** As `predict`, and what cannot be right about the boxes of the model. @throws PhotoFailure or OnnxError */
  async tryOn(photo: DecodedPhoto): Promise<BoxFault | null> {
    const { raw, tensor } = await this.#look(photo);
    decodeOutput(raw, this.manifest, tensor);
    return boxFault(raw, this.manifest.output, tensor);
  }

  async #look(photo: DecodedPhoto, crop?: BoundingBox): Promise<{ raw: RawOutputs; tensor: InputTensor }> {
    const { input, output } = this.manifest;
    const tensor = toInputTensor(photo, input, photo.orientation, crop);
    return { raw: await this.#run(modelInputs(input, tensor), outputNames(output)), tensor };
  }

  /** When the graphics processor fails, the same inputs go through WASM, and so does everything after them. */
  async #run(inputs: Record<string, OnnxInput>, names: string[]): Promise<RawOutputs> {
    const answer = await this.#graphics?.run(inputs, names);
    if (answer && 'outputs' in answer) return answer.outputs;
    this.#graphics = null;
    this.#processor ??= this.#fallBack();
    return runSession(await this.#processor, inputs, names);
  }

  /** A worker that cannot load the model now ends: no photo failed, and each is handed out again. */
  async #fallBack(): Promise<OnnxSession> {
    try {
      return await loadOnProcessor(this.#model);
    } catch (error) {
      setTimeout(() => {
        throw error;
      });
      return new Promise(() => undefined);
    }
  }
}
