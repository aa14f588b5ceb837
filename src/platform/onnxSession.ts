import type { InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { fromFloat16Bits } from '../core/models/tensor/float16.ts';

/** What the builds of the runtime have in common; each has classes of its own. */
export interface OnnxLibrary {
  readonly InferenceSession: { create: typeof InferenceSession.create };
  readonly Tensor: typeof Tensor;
}

/** Weights that lie outside a model's own file, under the name by which the model asks for them. */
export interface ExternalWeights {
  path: string;
  data: Uint8Array;
}

/** A model that is loaded and can be run. */
export interface OnnxSession {
  readonly library: OnnxLibrary;
  readonly session: InferenceSession;
}

/** One input: its numbers by type, half precision as its 16 bits. */
export type OnnxInput = { shape: readonly number[] } & (
  | { type: 'float32'; data: Float32Array }
  | { type: 'float16'; data: Uint16Array }
  | { type: 'uint8'; data: Uint8Array }
  | { type: 'int64'; data: BigInt64Array }
);

/** One output. Whatever its type, its numbers come as float32: whole ones are exact up to 16 million. */
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
 * Loads a model into one build of the runtime. Sessions are created one after another, however many are asked for at
 * once: the runtime's start is not safe to run twice at the same time.
 *
 * @throws OnnxError `load` when the bytes are no model, or use an operator the runtime lacks
 */
export function loadOnnx(
  library: OnnxLibrary,
  executionProvider: 'wasm' | 'webgpu',
  model: Uint8Array,
  external: readonly ExternalWeights[],
): Promise<OnnxSession> {
  const creation = lastCreation.then(async () => {
    try {
      const session = await library.InferenceSession.create(model, {
        executionProviders: [executionProvider],
        logSeverityLevel: 3,
        ...(external.length > 0 ? { externalData: [...external] } : {}),
      });
      return { library, session };
    } catch (cause) {
      throw wrapped('load', cause);
    }
  });
  lastCreation = creation.catch(() => null);
  return creation;
}

/** Names the manifest and the model do not share, with what to do about it. */
function assertNames(session: InferenceSession, inputs: readonly string[], outputs: readonly string[]): void {
  const complain = (problem: string, kind: 'input' | 'output', known: readonly string[]): never => {
    const names = known.map((name) => `"${name}"`).join(', ');
    throw new OnnxError(
      'run',
      `${problem}; its ${kind}s are: ${names}. Correct the ${kind} names in manifest.json.`,
    );
  };
  const { inputNames, outputNames } = session;
  const unknownInput = inputs.find((name) => !inputNames.includes(name));
  if (unknownInput !== undefined) complain(`The model has no input "${unknownInput}"`, 'input', inputNames);
  const unfilled = inputNames.find((name) => !inputs.includes(name));
  if (unfilled !== undefined) {
    complain(`The model also asks for an input "${unfilled}", which is not given`, 'input', inputNames);
  }
  const unknownOutput = outputs.find((name) => !outputNames.includes(name));
  if (unknownOutput !== undefined)
    complain(`The model has no output "${unknownOutput}"`, 'output', outputNames);
}

function toTensor({ Tensor }: OnnxLibrary, { type, data, shape }: OnnxInput): Tensor {
  switch (type) {
    case 'float32':
      return new Tensor('float32', data, shape);
    case 'float16':
      return new Tensor('float16', data, shape);
    case 'uint8':
      return new Tensor('uint8', data, shape);
    case 'int64':
      return new Tensor('int64', data, shape);
  }
}

/** A copy of an output's numbers as float32. */
function toFloat32(name: string, { type, data }: Tensor): Float32Array {
  if (data instanceof Float32Array) return data;
  if (data instanceof BigInt64Array) return Float32Array.from(data, Number);
  // Half precision comes as its bits where the browser has no array for it.
  if (type === 'float16' && data instanceof Uint16Array) return Float32Array.from(data, fromFloat16Bits);
  if (Array.isArray(data))
    throw new OnnxError('run', `The model's output "${name}" holds text, not numbers.`);
  return Float32Array.from(data as ArrayLike<number>);
}

/**
 * Runs a model and reads some of its outputs, which are copies of their own.
 *
 * @param inputs by name: exactly those of the model
 * @param outputNames which outputs to read
 * @throws OnnxError `run` when a name, a type or a shape does not fit the model, or the runtime fails
 */
export async function runSession(
  { library, session }: OnnxSession,
  inputs: Readonly<Record<string, OnnxInput>>,
  outputNames: readonly string[],
): Promise<Record<string, OnnxOutput>> {
  assertNames(session, Object.keys(inputs), outputNames);
  const tensors = Object.entries(inputs).map(([name, input]) => [name, toTensor(library, input)] as const);
  let results: InferenceSession.OnnxValueMapType;
  try {
    results = await session.run(Object.fromEntries(tensors), [...outputNames]);
  } catch (cause) {
    throw wrapped('run', cause);
  }
  const outputs: Record<string, OnnxOutput> = {};
  for (const name of outputNames) {
    const tensor = results[name];
    if (!(tensor instanceof library.Tensor))
      throw new OnnxError('run', `The model's output "${name}" is no tensor.`);
    outputs[name] = { data: toFloat32(name, tensor), shape: tensor.dims };
  }
  return outputs;
}
