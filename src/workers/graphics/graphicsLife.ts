import * as Comlink from 'comlink';
import { inBackground } from '../../platform/background.ts';
import type { RuntimeTrial } from '../../core/models/runtime/runtimeVerdict.ts';
import type { SiftModel } from '../sift/contract.ts';
import { WorkerEndedError, WorkerHandle } from '../workerHandle.ts';
import type { GraphicsWorker, WasmMeasurement } from './contract.ts';

const loadLimit = 120_000;
/** Longer than a worker that sifts waits for an answer. */
const afterlife = 90_000;

/** The one worker that drives the graphics processor, for one model, seen from the page. */
export class GraphicsLife {
  /** Settles when the graphics processor fails, with the reason; never when it is put away before. */
  readonly failed: Promise<string>;
  readonly #handle = new WorkerHandle<GraphicsWorker>(
    () => new Worker(new URL('./graphics.worker.ts', import.meta.url), { type: 'module', name: 'graphics' }),
    { patience: loadLimit },
  );
  #fail!: (reason: string) => void;
  #hasFailed = false;

  constructor() {
    this.failed = new Promise((resolve) => {
      this.#fail = (reason) => {
        this.#hasFailed = true;
        resolve(reason);
      };
    });
  }

  /** Loads the model. @returns what is wrong, or null */
  async load(model: SiftModel): Promise<string | null> {
    const answer = await this.#within(loadLimit, (remote) => remote.load(model));
    const failure = typeof answer === 'string' ? answer : answer.failure;
    if (failure !== null) this.#fail(failure);
    else inBackground(this.#watchFailure());
    return failure;
  }

  /** @param limit ms; a software "graphics processor" may need minutes for what WASM does in a moment */
  async measure(wasm: WasmMeasurement, limit: number): Promise<RuntimeTrial> {
    const trial = await this.#within<RuntimeTrial>(limit, (remote) => remote.measure(wasm));
    return typeof trial === 'string' ? { kind: 'failed', detail: trial } : trial;
  }

  /** One end of a channel to it, for a worker that sifts; null when it has failed. */
  connect(): MessagePort | null {
    if (this.#hasFailed) return null;
    const { port1, port2 } = new MessageChannel();
    inBackground(this.#within(loadLimit, (remote) => remote.serve(Comlink.transfer(port1, [port1]))));
    return port2;
  }

  /** Ends it. One that failed still answers for a while, so that nobody waits for it in vain. */
  close(): void {
    if (this.#hasFailed) setTimeout(() => this.#handle.close(), afterlife);
    else this.#handle.close();
    this.#hasFailed = true;
  }

  async #watchFailure(): Promise<void> {
    const reason = await this.#handle
      .ask((remote, { rest }) => {
        rest();
        return remote.failed();
      })
      .catch((error: unknown) => error);
    if (reason instanceof WorkerEndedError && reason.reason === 'closed') return;
    this.#fail(reason instanceof Error ? reason.message : String(reason));
  }

  /** @param patience ms. @returns the answer, or in words why there is none */
  async #within<Answer>(
    patience: number,
    question: (remote: Comlink.Remote<GraphicsWorker>) => Promise<Answer>,
  ): Promise<Answer | string> {
    const answer = this.#handle
      .ask(question, { patience })
      .catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
    return Promise.race([answer, this.failed]);
  }
}
