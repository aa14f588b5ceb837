import * as Comlink from 'comlink';
import type { BrowserProgram } from './contract.ts';

/** What is used of transformers.js, which is not installed when the types are checked. */
interface ImageTensors {
  pixel_values: unknown;
}
interface Classifier {
  (photo: Blob, options: { top_k: number }): Promise<{ label: string; score: number }[]>;
  processor: (image: unknown) => Promise<ImageTensors>;
  model: (inputs: ImageTensors) => Promise<{ logits: { data: Float32Array } }>;
}
interface Transformers {
  env: {
    allowRemoteModels: boolean;
    allowLocalModels: boolean;
    localModelPath: string;
    useBrowserCache: boolean;
    useWasmCache?: boolean;
    backends: { onnx: { wasm: { wasmPaths: Record<string, string> } } };
  };
  pipeline: (
    task: 'image-classification',
    model: string,
    options: { device: 'wasm'; dtype: 'fp32' },
  ) => Promise<Classifier>;
  RawImage: { read(photo: Blob): Promise<unknown> };
  Tensor: new (type: 'float32', data: Float32Array, shape: readonly number[]) => unknown;
}

const peers = new URL('/peers/', location.href).href;
let classifier: Classifier;
let transformers: Transformers;
let labels: string[] = [];

const program: BrowserProgram = {
  async load(modelId, _, manifest) {
    transformers = (await import(/* @vite-ignore */ `${peers}transformers.min.js`)) as Transformers;
    const { env, pipeline } = transformers;
    env.allowRemoteModels = false;
    env.allowLocalModels = true;
    // An address instead of a path would keep it from finding the settings of the image processor.
    env.localModelPath = '/models/';
    env.useBrowserCache = false;
    env.useWasmCache = false;
    env.backends.onnx.wasm.wasmPaths = {
      mjs: `${peers}ort-wasm-simd-threaded.asyncify.mjs`,
      wasm: `${peers}ort-wasm-simd-threaded.asyncify.wasm`,
    };
    labels = manifest.labels.map(({ name }) => name);
    classifier = await pipeline('image-classification', modelId, { device: 'wasm', dtype: 'fp32' });
  },
  async decode(photos) {
    const times: number[] = [];
    for (const photo of photos) {
      const started = performance.now();
      await classifier.processor(await transformers.RawImage.read(photo));
      times.push(performance.now() - started);
    }
    return times;
  },
  async infer(photo, runs) {
    const inputs = await classifier.processor(await transformers.RawImage.read(photo));
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      const started = performance.now();
      await classifier.model(inputs);
      times.push(performance.now() - started);
    }
    return times;
  },
  async outputs(data, shape) {
    const pixels = new transformers.Tensor('float32', data, shape);
    return Float32Array.from((await classifier.model({ pixel_values: pixels })).logits.data);
  },
  async sift(photos) {
    const answers = [];
    for (const photo of photos) {
      const labelScores = new Float32Array(labels.length);
      for (const { label, score } of await classifier(photo, { top_k: labels.length })) {
        labelScores[labels.indexOf(label)] = score;
      }
      answers.push({
        labels: new Uint16Array(0),
        scores: new Float32Array(0),
        boxes: new Float32Array(0),
        labelScores,
      });
    }
    return answers;
  },
};

Comlink.expose(program);
