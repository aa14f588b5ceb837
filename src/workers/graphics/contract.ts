import type { RuntimeTrial } from '../../core/models/runtime/runtimeVerdict.ts';
import type { OnnxInput, OnnxOutput } from '../../platform/onnxSession.ts';
import type { SiftModel } from '../sift/contract.ts';

/** What WASM made of the trial's picture, for comparison. */
export interface WasmMeasurement {
  outputs: Record<string, OnnxOutput>;
  /** Warm, on one thread. */
  milliseconds: number;
}

/** What a run on the graphics processor gave; after one failure it gives no more. */
export type GraphicsAnswer = { outputs: Record<string, OnnxOutput> } | { failure: string };

/** What the workers that sift ask of the one worker that drives the graphics processor. */
export interface GraphicsRunner {
  /** Runs wait for each other. */
  run(inputs: Record<string, OnnxInput>, outputNames: string[]): Promise<GraphicsAnswer>;
}

/** What the page asks of the worker that drives the graphics processor. */
export interface GraphicsWorker {
  /** Loads the model. Returns what is wrong in the runtime's words instead of throwing. */
  load(model: SiftModel): Promise<{ failure: string | null }>;
  /** Runs the trial's picture and compares. */
  measure(wasm: WasmMeasurement): Promise<RuntimeTrial>;
  /** Answers the `GraphicsRunner` calls of one worker that sifts, through its end of a channel. */
  serve(port: MessagePort): void;
  /** Settles when the graphics processor fails, with the reason. */
  failed(): Promise<string>;
}
