import * as Comlink from 'comlink';
import type { CoverList } from '../../core/queue/likeness/coverList.ts';
import type { CoverLikeness, LikenessWorker } from './contract.ts';

/** ms without a question after which the worker ends, and what it remembers with it. */
const idleLimit = 300_000;
/** ms without a word after which no answer is expected any more; comparing 33,000 pictures takes some seconds. */
const patience = 120_000;

interface Life {
  worker: Worker;
  /** Held on to: a proxy that is thrown away tells the worker to listen to nobody any more. */
  remote: Comlink.Remote<LikenessWorker>;
  /** Settles when the worker is gone: a Comlink call into it would stay pending for ever. */
  end: Promise<null>;
  close: () => void;
  fail: (reason: string) => void;
}

function begin(): Life {
  const worker = new Worker(new URL('../records/records.worker.ts', import.meta.url), {
    type: 'module',
    name: 'likeness',
  });
  let close = (): void => undefined;
  let fail: (reason: string) => void = () => undefined;
  const end = new Promise<null>((resolve, reject) => {
    close = () => resolve(null);
    fail = (reason) => reject(new Error(reason));
  });
  end.catch(() => undefined);
  worker.addEventListener('error', (event) => fail(event.message || 'not loaded'));
  return { worker, remote: Comlink.wrap<LikenessWorker>(worker), end, close, fail };
}

/**
 * The one worker that looks at pictures: made when it is first asked, and ended when nobody asks for a while. It works
 * on one picture after the other, so that sifting goes on beside it.
 */
export class LikenessWorkerLife {
  #life: Life | null = null;
  #questions = 0;
  #idle: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param covers are given away: their numbers are gone afterwards
   * @param onShare 0-1 of the pictures that are looked at, a few times a second
   * @returns null when a newer question came, or the worker was closed
   * @throws Error when the worker cannot be loaded, fails or has no word for two minutes
   */
  async find(covers: CoverList, onShare: (share: number) => void): Promise<CoverLikeness | null> {
    clearTimeout(this.#idle);
    const life = (this.#life ??= begin());
    this.#questions += 1;
    let silence: ReturnType<typeof setTimeout> | undefined;
    const heard = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => life.fail('no answer'), patience);
    };
    heard();
    const tell = Comlink.proxy((share: number) => {
      heard();
      onShare(share);
    });
    const given = Comlink.transfer(covers, [covers.boxes.buffer, covers.kinds.buffer]);
    try {
      return await Promise.race([life.remote.find(given, tell), life.end]);
    } catch (error) {
      if (this.#life === life) this.close();
      throw error;
    } finally {
      clearTimeout(silence);
      this.#questions -= 1;
      if (this.#questions === 0) this.#idle = setTimeout(() => this.close(), idleLimit);
    }
  }

  /** Ends the worker; it begins anew with the next question. */
  close(): void {
    clearTimeout(this.#idle);
    this.#life?.worker.terminate();
    this.#life?.close();
    this.#life = null;
  }
}
