import * as Comlink from 'comlink';
import type { CoverList } from '../../core/queue/likeness/coverList.ts';
import { WorkerEndedError, WorkerHandle } from '../workerHandle.ts';
import type { CoverLikeness, LikenessWorker } from './contract.ts';

/** ms without a question after which the worker ends, and what it remembers with it. */
const idleLimit = 300_000;
/** ms without a word after which no answer is expected any more; comparing 33,000 pictures takes some seconds. */
const patience = 120_000;

/**
 * The one worker that compares pictures: made when it is first asked, and ended when nobody asks for a while. It works
 * on one picture after the other, so that sifting goes on beside it.
 */
export class LikenessWorkerLife {
  readonly #handle = new WorkerHandle<LikenessWorker>(
    () =>
      new Worker(new URL('../records/records.worker.ts', import.meta.url), {
        type: 'module',
        name: 'likeness',
      }),
    { patience, idleLimit },
  );

  /**
   * @param covers are given away: their numbers are gone afterwards
   * @param onShare 0-1 of the pictures that are looked at, a few times a second
   * @returns null when a newer question came, or the worker was closed
   * @throws WorkerEndedError when the worker cannot be loaded, fails or has no word for two minutes
   */
  async find(covers: CoverList, onShare: (share: number) => void): Promise<CoverLikeness | null> {
    const given = Comlink.transfer(covers, [covers.boxes.buffer, covers.kinds.buffer]);
    try {
      return await this.#handle.ask((remote, { heard }) =>
        remote.find(
          given,
          Comlink.proxy((share: number) => {
            heard();
            onShare(share);
          }),
        ),
      );
    } catch (error) {
      if (error instanceof WorkerEndedError && error.reason === 'closed') return null;
      this.close();
      throw error;
    }
  }

  /** Ends the worker; the next question begins another. */
  close(): void {
    this.#handle.close();
  }
}
