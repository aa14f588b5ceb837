import { env, InferenceSession, Tensor } from 'onnxruntime-web/webgpu';
import { graphicsRuntimeFiles } from './graphicsRuntimeFiles.ts';
import { loadOnnx, type ExternalWeights, type OnnxSession } from './onnxSession.ts';

// As in onnxRuntime.ts. This build is for workers of its own: it is twice as large, and its memory is never given back.
env.wasm.wasmPaths = graphicsRuntimeFiles;
env.wasm.numThreads = 1;
env.logLevel = 'error';

/**
 * Loads a model for the graphics processor.
 *
 * @throws OnnxError `load` when there is no graphics processor, or it does not take the model
 */
export function createGraphicsSession(
  model: Uint8Array,
  external: readonly ExternalWeights[] = [],
): Promise<OnnxSession> {
  return loadOnnx({ InferenceSession, Tensor }, 'webgpu', model, external);
}

/** Settles when the graphics processor is gone, with what the browser says of it. Ask after a session was created. */
export async function graphicsLost(): Promise<string> {
  const device = await env.webgpu.device;
  const { reason, message } = await device.lost;
  return message || `device lost: ${reason}`;
}
