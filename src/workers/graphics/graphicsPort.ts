import * as Comlink from 'comlink';
import type { OnnxInput } from '../../platform/onnxSession.ts';
import type { GraphicsAnswer, GraphicsRunner } from './contract.ts';

/** Longer than the graphics processor's own limit for one run, with others before it in the queue. */
const patience = 75_000;

/** The graphics processor as a worker that sifts sees it: it answers, or it is gone. */
export class GraphicsPort {
  readonly #remote: Comlink.Remote<GraphicsRunner>;

  constructor(port: MessagePort) {
    this.#remote = Comlink.wrap<GraphicsRunner>(port);
  }

  /** Never rejects and always settles. */
  async run(inputs: Record<string, OnnxInput>, outputNames: string[]): Promise<GraphicsAnswer> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<GraphicsAnswer>((resolve) => {
      timer = setTimeout(() => resolve({ failure: 'no answer' }), patience);
    });
    const answer = this.#remote
      .run(inputs, outputNames)
      .catch((error: unknown): GraphicsAnswer => ({ failure: String(error) }));
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
