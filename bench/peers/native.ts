import { readFile } from 'node:fs/promises';
import type { ModelManifest } from '../../src/core/models/manifest/modelManifest.ts';
import { decodeOutput, outputNames } from '../../src/core/models/decoders/decoder.ts';
import type { Prediction } from '../../src/core/models/prediction/prediction.ts';
import { planInput, type InputFrame } from '../../src/core/models/tensor/inputFrame.ts';
import { requirePeer } from './install.ts';
import type { NativeSession, NativeTensor, OnnxRuntimeNode, SharpModule } from './nativeTypes.ts';

const sharp = requirePeer('sharp') as SharpModule;
const runtime = requirePeer('onnxruntime-node') as OnnxRuntimeNode;

// One thread for each photo, several photos at a time: the quickest way to work through many.
sharp.concurrency(1);
sharp.cache(false);

export interface NativeInput {
  tensor: NativeTensor;
  frame: InputFrame;
}

/** Reads, shrinks while loading, turns upright, resizes and normalises a photo, the quick way of native programs. */
export async function decodeNatively(path: string, { input }: ModelManifest): Promise<NativeInput> {
  const opened = sharp(path);
  const { width, height, orientation = 1 } = await opened.metadata();
  const upright = orientation >= 5 ? { width: height, height: width } : { width, height };
  const plan = planInput(input, upright);
  const { target } = plan;
  const levels = await opened
    .autoOrient()
    .resize(target.width, target.height, { fit: 'fill', kernel: 'linear' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  const plane = plan.width * plan.height;
  const data = new Float32Array(3 * plane);
  for (let channel = 0; channel < 3; channel += 1) {
    const [black, white] = input.range;
    const mean = input.mean[channel] ?? 0;
    const deviation = input.std[channel] ?? 1;
    const factor = (white - black) / 255 / deviation;
    const offset = (black - mean) / deviation;
    const padding = input.resize.mode === 'letterbox' ? input.resize.padValue * factor + offset : 0;
    if (target.width * target.height < plane) data.fill(padding, channel * plane, (channel + 1) * plane);
    let read = channel;
    for (let y = 0; y < target.height; y += 1) {
      const start = channel * plane + (target.top + y) * plan.width + target.left;
      for (let x = 0; x < target.width; x += 1) {
        data[start + x] = (levels[read] as number) * factor + offset;
        read += 3;
      }
    }
  }
  return { tensor: new runtime.Tensor('float32', data, [1, 3, plan.height, plan.width]), frame: plan };
}

/** A model in native ONNX Runtime, one thread a run. */
export class NativeModel {
  readonly manifest: ModelManifest;
  readonly #session: NativeSession;

  private constructor(manifest: ModelManifest, session: NativeSession) {
    this.manifest = manifest;
    this.#session = session;
  }

  static async load(path: string, manifest: ModelManifest, threads = 1): Promise<NativeModel> {
    const options = { intraOpNumThreads: threads, interOpNumThreads: 1, logSeverityLevel: 3 };
    return new NativeModel(manifest, await runtime.InferenceSession.create(await readFile(path), options));
  }

  async predict({ tensor, frame }: NativeInput): Promise<Prediction> {
    const outputs = await this.run(tensor, outputNames(this.manifest.output));
    const raw = Object.fromEntries(
      Object.entries(outputs).map(([name, { data, dims }]) => [name, { data, shape: dims }]),
    );
    return decodeOutput(raw, this.manifest, frame);
  }

  run(tensor: NativeTensor, outputs?: readonly string[]): Promise<Record<string, NativeTensor>> {
    return this.#session.run({ [this.manifest.input.name]: tensor }, outputs);
  }

  release(): Promise<void> {
    return this.#session.release();
  }
}

/** From file to answer, for each photo, so many in flight. @returns answers in the order of the photos */
export async function siftNatively(
  photos: readonly string[],
  model: NativeModel,
  inFlight: number,
): Promise<Prediction[]> {
  const answers: Prediction[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < photos.length; index = next++) {
      answers[index] = await model.predict(await decodeNatively(photos[index] ?? '', model.manifest));
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return answers;
}
