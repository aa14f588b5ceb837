import * as Comlink from 'comlink';
import type { ResultsFormat, ScannedResults } from '../../core/exchange/results/resultsScan.ts';
import { UnreadableFileError } from '../../core/files/unreadableFile.ts';
import type { KeptResults, OrUnreadable, ResultsWorker } from './contract.ts';

/** A worker that reads one file of results, from its first look until it is closed. */
export class ResultsWorkerLife {
  readonly #worker = new Worker(new URL('./results.worker.ts', import.meta.url), {
    type: 'module',
    name: 'results',
  });
  readonly #remote = Comlink.wrap<ResultsWorker>(this.#worker);
  readonly #end: Promise<never>;

  /** @param stop ends it at once; what was kept by then stays */
  constructor(stop: AbortSignal) {
    // A call into a worker that is gone would stay pending for ever.
    this.#end = new Promise<never>((_, reject) => {
      this.#worker.addEventListener('error', (event) => reject(new Error(event.message || 'not loaded')));
      stop.addEventListener('abort', () => reject(stop.reason as Error), { once: true });
    });
    this.#end.catch(() => this.close());
  }

  /** @throws UnreadableFileError; the signal's reason */
  scan(format: ResultsFormat, file: Blob, onShare: (share: number) => void): Promise<ScannedResults> {
    return this.#ask(this.#remote.scan(format, file, Comlink.proxy(onShare)));
  }

  /** @throws UnreadableFileError; the signal's reason */
  keep(
    modelHash: string,
    contentKeys: ReadonlyMap<string, string>,
    onShare: (share: number) => void,
  ): Promise<KeptResults> {
    return this.#ask(this.#remote.keep(modelHash, contentKeys, Comlink.proxy(onShare)));
  }

  close(): void {
    this.#worker.terminate();
  }

  async #ask<Answer>(question: Promise<OrUnreadable<Answer>>): Promise<Answer> {
    const said = await Promise.race([question, this.#end]);
    if ('unreadable' in said) throw new UnreadableFileError(said.unreadable, said.detail);
    return said.answer;
  }
}
