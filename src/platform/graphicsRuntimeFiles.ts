import loaderUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import binaryUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';

/** Addresses of the runtime for graphics processors, the second one large (27 MB) and fetched on first use. */
export const graphicsRuntimeFiles = { mjs: loaderUrl, wasm: binaryUrl };

/** Sees to it that the runtime for graphics processors is on this computer, also for later, offline. */
export async function fetchGraphicsRuntime(): Promise<boolean> {
  try {
    return (await fetch(binaryUrl)).ok;
  } catch {
    return false;
  }
}
