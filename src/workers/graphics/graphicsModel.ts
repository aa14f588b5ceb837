import { inBackground } from '../../platform/background.ts';
import { outputNames } from '../../core/models/decoders/decoder.ts';
import { outputDifference } from '../../core/models/runtime/outputDifference.ts';
import type { RuntimeTrial } from '../../core/models/runtime/runtimeVerdict.ts';
import { trialPicture } from '../../core/models/runtime/trialPicture.ts';
import { toInputTensor } from '../../core/models/tensor/tensor.ts';
import { runSession, type OnnxInput, type OnnxSession } from '../../platform/onnxSession.ts';
import { createGraphicsSession, graphicsLost } from '../../platform/webgpuRuntime.ts';
import type { SiftModel } from '../sift/contract.ts';
import { modelInputs } from '../sift/modelInputs.ts';
import { readWeights } from '../sift/modelWeights.ts';
import type { GraphicsAnswer, GraphicsRunner, WasmMeasurement } from './contract.ts';
import { timedRuns } from './timedRuns.ts';

/** A driver that hangs answers nothing at all. */
const runLimit = 60_000;

/** A model on the graphics processor, until that fails. */
export class GraphicsModel implements GraphicsRunner {
  /** Settles when the graphics processor fails, with the reason. */
  readonly failed: Promise<string>;
  readonly #session: OnnxSession;
  #fail!: (reason: string) => void;
  #failure: string | null = null;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(session: OnnxSession) {
    this.#session = session;
    this.failed = new Promise((resolve) => {
      this.#fail = resolve;
    });
    inBackground(this.failed.then((reason) => (this.#failure = reason)));
    inBackground(graphicsLost().then(this.#fail));
  }

  /** @throws Error when the weights cannot be had, or the graphics processor does not take them */
  static async load(model: SiftModel): Promise<GraphicsModel> {
    const { bytes, external } = await readWeights(model);
    return new GraphicsModel(await createGraphicsSession(bytes, external));
  }

  run(inputs: Record<string, OnnxInput>, names: string[]): Promise<GraphicsAnswer> {
    const turn = this.#last.then(() => this.#runNow(inputs, names));
    this.#last = turn;
    return turn;
  }

  /** Compares with what WASM made of the trial's picture. @throws Error when it fails */
  async measure({ manifest }: SiftModel, wasm: WasmMeasurement): Promise<RuntimeTrial> {
    const tensor = toInputTensor(trialPicture(), manifest.input, 1);
    const inputs = modelInputs(manifest.input, tensor);
    const { answer, milliseconds } = await timedRuns(async () => {
      const found = await this.run(inputs, outputNames(manifest.output));
      if ('failure' in found) throw new Error(found.failure);
      return found.outputs;
    });
    return {
      kind: 'measured',
      difference: outputDifference(wasm.outputs, answer, manifest, tensor),
      wasmMilliseconds: wasm.milliseconds,
      webgpuMilliseconds: milliseconds,
    };
  }

  async #runNow(inputs: Record<string, OnnxInput>, names: string[]): Promise<GraphicsAnswer> {
    if (this.#failure !== null) return { failure: this.#failure };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<GraphicsAnswer>((resolve) => {
      timer = setTimeout(() => resolve({ failure: 'no answer for a minute' }), runLimit);
    });
    const running = runSession(this.#session, inputs, names).then(
      (outputs): GraphicsAnswer => ({ outputs }),
      (error: unknown): GraphicsAnswer => ({
        failure: error instanceof Error ? error.message : String(error),
      }),
    );
    const gone = this.failed.then((failure): GraphicsAnswer => ({ failure }));
    const answer = await Promise.race([running, gone, late]);
    clearTimeout(timer);
    if ('failure' in answer) this.#fail(answer.failure);
    // Work that was under way when the device went may seem to have ended well, with nothing in its output.
    return this.#answerUnlessFailed(answer);
  }

  #answerUnlessFailed(answer: GraphicsAnswer): GraphicsAnswer {
    return this.#failure === null ? answer : { failure: this.#failure };
  }
}
