import * as Comlink from 'comlink';
import type { ScannedResults } from '../../core/exchange/results/readyResults.ts';
import { UnreadableFileError } from '../../core/files/unreadableFile.ts';
import { WorkerHandle, type Watch } from '../workerHandle.ts';
import type { KeptResults, OrUnreadable, ResultsWorker, SaidOfPeople } from './contract.ts';

/** ms without a word; every hundredth of a file is one. */
const patience = 300_000;

/** A worker that reads one file of results, from its first look until it is closed. */
export class ResultsWorkerLife {
  readonly #handle = new WorkerHandle<ResultsWorker>(
    () => new Worker(new URL('./results.worker.ts', import.meta.url), { type: 'module', name: 'results' }),
    { patience },
  );
  readonly #stop: AbortSignal;

  /** @param stop ends it at once; what was kept by then stays */
  constructor(stop: AbortSignal) {
    this.#stop = stop;
  }

  /** @throws UnreadableFileError; WorkerEndedError; the signal's reason */
  scan(format: string, file: Blob, onShare: (share: number) => void): Promise<ScannedResults> {
    return this.#ask((remote, tell) => remote.scan(format, file, tell), onShare);
  }

  /** @throws as `scan` */
  people(
    contentKeys: ReadonlyMap<string, string>,
    onShare: (share: number) => void,
  ): Promise<SaidOfPeople[]> {
    return this.#ask((remote, tell) => remote.people(contentKeys, tell), onShare);
  }

  /** @throws UnreadableFileError; WorkerEndedError; the signal's reason */
  keep(
    modelHash: string,
    contentKeys: ReadonlyMap<string, string>,
    onShare: (share: number) => void,
  ): Promise<KeptResults> {
    return this.#ask((remote, tell) => remote.keep(modelHash, contentKeys, tell), onShare);
  }

  close(): void {
    this.#handle.close();
  }

  async #ask<Answer>(
    question: (
      remote: Comlink.Remote<ResultsWorker>,
      tell: (share: number) => void,
    ) => Promise<OrUnreadable<Answer>>,
    onShare: (share: number) => void,
  ): Promise<Answer> {
    const telling = ({ heard }: Watch) =>
      Comlink.proxy((share: number) => {
        heard();
        onShare(share);
      });
    const said = await this.#handle.ask((remote, watch) => question(remote, telling(watch)), {
      signal: this.#stop,
    });
    if ('unreadable' in said) throw new UnreadableFileError(said.unreadable, said.detail);
    return said.answer;
  }
}
