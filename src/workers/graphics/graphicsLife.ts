import * as Comlink from 'comlink';
import type { RuntimeTrial } from '../../core/models/runtime/runtimeVerdict.ts';
import type { SiftModel } from '../sift/contract.ts';
import type { GraphicsWorker, WasmMeasurement } from './contract.ts';

const loadLimit = 120_000;
/** Longer than a worker that sifts waits for an answer. */
const afterlife = 90_000;

/**
 * The one worker that drives the graphics processor, for one model, seen from the page.
 *
 * [Note: calls that never settle] see `SiftWorkerLife`: every call is raced against the worker's error event and a limit.
 */
export class GraphicsLife {
  /** Settles when the graphics processor fails, with the reason; never when it is put away before. */
  readonly failed: Promise<string>;
  readonly #worker: Worker;
  readonly #remote: Comlink.Remote<GraphicsWorker>;
  #fail!: (reason: string) => void;
  #isOver = false;

  constructor() {
    this.#worker = new Worker(new URL('./graphics.worker.ts', import.meta.url), {
      type: 'module',
      name: 'graphics',
    });
    this.#remote = Comlink.wrap<GraphicsWorker>(this.#worker);
    this.failed = new Promise((resolve) => {
      this.#fail = (reason) => {
        this.#isOver = true;
        resolve(reason);
      };
    });
    this.#worker.addEventListener('error', (event) => this.#fail(event.message || 'its worker ended'));
  }

  /** Loads the model. @returns what is wrong, or null */
  async load(model: SiftModel): Promise<string | null> {
    const failure = await this.#within(
      loadLimit,
      this.#remote.load(model).then((answer) => answer.failure),
    );
    if (failure !== null) this.#fail(failure);
    else void this.#remote.failed().then((reason) => this.#fail(reason));
    return failure;
  }

  /** @param limit ms; a software "graphics processor" may need minutes for what WASM does in a moment */
  async measure(wasm: WasmMeasurement, limit: number): Promise<RuntimeTrial> {
    const trial = await this.#within<RuntimeTrial>(limit, this.#remote.measure(wasm));
    return typeof trial === 'string' ? { kind: 'failed', detail: trial } : trial;
  }

  /** One end of a channel to it, for a worker that sifts; null when it has failed. */
  connect(): MessagePort | null {
    if (this.#isOver) return null;
    const { port1, port2 } = new MessageChannel();
    void this.#remote.serve(Comlink.transfer(port1, [port1]));
    return port2;
  }

  /** Ends it. One that failed still answers for a while, so that nobody waits for it in vain. */
  close(): void {
    if (this.#isOver) setTimeout(() => this.#worker.terminate(), afterlife);
    else this.#worker.terminate();
    this.#isOver = true;
  }

  /** @returns the answer, or in words why there is none */
  async #within<Answer>(limit: number, call: Promise<Answer>): Promise<Answer | string> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve(`no answer within ${Math.round(limit / 1000)} seconds`), limit);
    });
    const wrong = call.catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
    try {
      return await Promise.race([wrong, this.failed, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
