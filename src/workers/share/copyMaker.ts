import * as Comlink from 'comlink';
import type { CopyOrder, MadeCopy, ShareWorker } from './contract.ts';

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

/** Makes copies off the page, one at a time. A worker that dies or stalls is replaced, and its photo is a failure. */
export class CopyMaker {
  #life: Life | null = null;

  async make(order: CopyOrder): Promise<MadeCopy> {
    const { worker, proxy } = (this.#life ??= begin());
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A Comlink call into a worker that died stays pending for ever.
    const end = new Promise<{ copy: MadeCopy; died: true }>((resolve) => {
      const die = (failure: string): void => resolve({ copy: { failure }, died: true });
      worker.onerror = (event) => die(event.message || 'The worker ended, perhaps for want of memory.');
      timer = setTimeout(() => die('No answer for two minutes.'), patience);
    });
    const made = await Promise.race([proxy.makeCopy(order).then((copy) => ({ copy, died: false })), end]);
    clearTimeout(timer);
    if (made.died) this.close();
    return made.copy;
  }

  close(): void {
    this.#life?.worker.terminate();
    this.#life = null;
  }
}
