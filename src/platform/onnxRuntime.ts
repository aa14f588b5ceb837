import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import loaderUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import binaryUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { loadOnnx, type ExternalWeights, type OnnxSession } from './onnxSession.ts';

// With both addresses given, the runtime loads its own small file. Without them a bundled build takes *our* module
// for the runtime's and runs its top level again in every thread.
env.wasm.wasmPaths = { mjs: loaderUrl, wasm: binaryUrl };
env.wasm.numThreads = 1;
env.logLevel = 'error';

/**
 * Loads a model for one WASM thread.
 *
 * @throws OnnxError `load` when the bytes are no model, or use an operator the runtime lacks
 */
export function createSession(
  model: Uint8Array,
  external: readonly ExternalWeights[] = [],
): Promise<OnnxSession> {
  return loadOnnx({ InferenceSession, Tensor }, 'wasm', model, external);
}
