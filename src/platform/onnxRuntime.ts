import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import loaderUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import binaryUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';

// With both addresses given, the runtime loads its own small file. Without them a bundled build takes *our* module
// for the runtime's and runs its top level again in every thread.
env.wasm.wasmPaths = { mjs: loaderUrl, wasm: binaryUrl };
env.wasm.numThreads = 1;
env.logLevel = 'error';

/** A model that is loaded and can be run. */
export type OnnxSession = InferenceSession;

/** What a model gave: one float32 output. */
export interface OnnxOutput {
  data: Float32Array;
  shape: readonly number[];
}

/** The runtime refused a model (`load`) or failed while running it (`run`); the message is the runtime's own. */
export class OnnxError extends Error {
  readonly stage: 'load' | 'run';

  constructor(stage: OnnxError['stage'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OnnxError';
    this.stage = stage;
  }
}

function wrapped(stage: OnnxError['stage'], cause: unknown): OnnxError {
  return new OnnxError(stage, cause instanceof Error ? cause.message : String(cause), { cause });
}

let lastCreation: Promise<unknown> = Promise.resolve();

/**
 * Loads a model for one WASM thread. Sessions are created one after another, however many are asked for at once:
 * the runtime's start is not safe to run twice at the same time.
 *
 * @throws OnnxError `load` when the bytes are no model, or use an operator the runtime lacks
 */
export function createSession(modelBytes: Uint8Array): Promise<OnnxSession> {
  const creation = lastCreation.then(async () => {
    try {
      return await InferenceSession.create(modelBytes, { executionProviders: ['wasm'], logSeverityLevel: 3 });
    } catch (cause) {
      throw wrapped('load', cause);
    }
  });
  lastCreation = creation.catch(() => null);
  return creation;
}

/**
 * Runs a model with one float32 input and reads one float32 output, which is a copy of its own.
 *
 * @throws OnnxError `run` when a name or the shape does not fit the model, or the runtime fails
 */
export async function runSession(
  session: OnnxSession,
  inputName: string,
  data: Float32Array,
  shape: readonly number[],
  outputName: string,
): Promise<OnnxOutput> {
  if (!session.outputNames.includes(outputName)) {
    const known = session.outputNames.join(', ');
    throw new OnnxError('run', `The model has no output "${outputName}"; its outputs are: ${known}.`);
  }
  let output: Tensor | undefined;
  try {
    const outputs = await session.run({ [inputName]: new Tensor('float32', data, shape) }, [outputName]);
    output = outputs[outputName];
  } catch (cause) {
    throw wrapped('run', cause);
  }
  if (!(output?.data instanceof Float32Array)) {
    throw new OnnxError(
      'run',
      `The model's output "${outputName}" is ${output?.type ?? 'missing'}, not float32.`,
    );
  }
  return { data: output.data, shape: output.dims };
}
