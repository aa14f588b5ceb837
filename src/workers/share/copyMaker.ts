import type * as Comlink from 'comlink';
import { WorkerEndedError, WorkerHandle } from '../workerHandle.ts';
import type { CopyOrder, FileHashes, MadeCopy, ShareWorker } from './contract.ts';

const patience = 120_000;

type OrFailure<Answer> = Answer | { failure: string };

/** Makes copies off the page, one at a time. A worker that dies or stalls is replaced, and its photo is a failure. */
export class CopyMaker {
  readonly #handle = new WorkerHandle<ShareWorker>(
    () => new Worker(new URL('./share.worker.ts', import.meta.url), { type: 'module', name: 'share' }),
    { patience },
  );

  make(order: CopyOrder): Promise<MadeCopy> {
    return this.#ask<MadeCopy>(async (worker) => worker.makeCopy(order));
  }

  hash(file: File): Promise<OrFailure<FileHashes>> {
    return this.#ask<OrFailure<FileHashes>>(async (worker) => worker.hashFile(file));
  }

  close(): void {
    this.#handle.close();
  }

  async #ask<Answer extends object>(
    question: (worker: Comlink.Remote<ShareWorker>) => Promise<Answer>,
  ): Promise<OrFailure<Answer>> {
    try {
      return await this.#handle.ask(question);
    } catch (error) {
      if (error instanceof WorkerEndedError) return { failure: error.message };
      throw error;
    }
  }
}
