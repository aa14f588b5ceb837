import * as Comlink from 'comlink';
import type { CopyOrder, FileHashes, MadeCopy, ShareWorker } from './contract.ts';

const patience = 120_000;

interface Life {
  worker: Worker;
  /** Held on to: a proxy that is thrown away tells the worker to listen to nobody any more. */
  proxy: Comlink.Remote<ShareWorker>;
}

function begin(): Life {
  const worker = new Worker(new URL('./share.worker.ts', import.meta.url), { type: 'module', name: 'share' });
  return { worker, proxy: Comlink.wrap<ShareWorker>(worker) };
}

type OrFailure<Answer> = Answer | { failure: string };

/** Makes copies off the page, one at a time. A worker that dies or stalls is replaced, and its photo is a failure. */
export class CopyMaker {
  #life: Life | null = null;

  make(order: CopyOrder): Promise<MadeCopy> {
    return this.#ask<MadeCopy>(async (worker) => worker.makeCopy(order));
  }

  hash(file: File): Promise<OrFailure<FileHashes>> {
    return this.#ask<OrFailure<FileHashes>>(async (worker) => worker.hashFile(file));
  }

  close(): void {
    this.#life?.worker.terminate();
    this.#life = null;
  }

  async #ask<Answer extends object>(
    question: (worker: Comlink.Remote<ShareWorker>) => Promise<Answer>,
  ): Promise<OrFailure<Answer>> {
    const { worker, proxy } = (this.#life ??= begin());
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A Comlink call into a worker that died stays pending for ever.
    const end = new Promise<{ answer: { failure: string }; died: true }>((resolve) => {
      const die = (failure: string): void => resolve({ answer: { failure }, died: true });
      worker.onerror = (event) => die(event.message || 'The worker ended, perhaps for want of memory.');
      timer = setTimeout(() => die('No answer for two minutes.'), patience);
    });
    const told = await Promise.race([question(proxy).then((answer) => ({ answer, died: false })), end]);
    clearTimeout(timer);
    if (told.died) this.close();
    return told.answer;
  }
}
