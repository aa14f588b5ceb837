import * as Comlink from 'comlink';
import type { SiftDelegate, SiftJob, SiftOutcome, SiftRecipe, SiftWorker } from './contract.ts';

export type LifeOutcome =
  | SiftOutcome
  | { kind: 'model-failed'; message: string }
  | { kind: 'stopped' }
  | { kind: 'died'; message: string };

const loadMilliseconds = 120_000;
const stallMilliseconds = 120_000;
const watchMilliseconds = 5_000;

/**
 * One worker from its start to its end, whatever ends it.
 *
 * [Note: calls that never settle] Comlink calls into a worker that failed to load or was terminated stay pending for
 * ever, so no call is awaited alone: each is raced against the worker's error event, a stall and the stop signal.
 */
export class SiftWorkerLife {
  readonly #held = new Map<string, SiftJob>();
  #lastSign = performance.now();
  #waiting = false;
  #isOver = false;

  /** True once the worker is gone: what is handed to it now would be lost. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Loads the models and sifts until the owner has no more. Never rejects. */
  async live(recipe: SiftRecipe, stop: AbortSignal, owner: SiftDelegate): Promise<LifeOutcome> {
    if (stop.aborted) return { kind: 'stopped' };
    const worker = new Worker(new URL('./sift.worker.ts', import.meta.url), { type: 'module', name: 'sift' });
    const remote = Comlink.wrap<SiftWorker>(worker);
    let watch: ReturnType<typeof setInterval> | undefined;
    const end = new Promise<LifeOutcome>((resolve) => {
      worker.addEventListener('error', (event) =>
        resolve({ kind: 'died', message: event.message || 'not loaded' }),
      );
      stop.addEventListener('abort', () => resolve({ kind: 'stopped' }), { once: true });
      watch = setInterval(() => {
        if (this.#stalledFor() > stallMilliseconds)
          resolve({ kind: 'died', message: 'no answer for two minutes' });
      }, watchMilliseconds);
    });
    const sifting = async (): Promise<LifeOutcome> => {
      const ports = recipe.models.flatMap(({ graphics }) => graphics ?? []);
      const { error } = await remote.load(Comlink.transfer(recipe, ports));
      if (error !== null) return { kind: 'model-failed', message: error };
      return remote.run(Comlink.proxy(this.#watched(owner)));
    };
    try {
      return await Promise.race([sifting(), end]);
    } catch (error) {
      return { kind: 'died', message: error instanceof Error ? error.message : String(error) };
    } finally {
      this.#isOver = true;
      clearInterval(watch);
      worker.terminate();
    }
  }

  /** Photos handed out and not stored, in the order they were handed out. */
  unwritten(): SiftJob[] {
    return [...this.#held.values()];
  }

  #stalledFor(): number {
    return this.#waiting
      ? 0
      : performance.now() - this.#lastSign - (this.#held.size === 0 ? loadMilliseconds : 0);
  }

  #watched(owner: SiftDelegate): SiftDelegate {
    return {
      next: async () => {
        this.#waiting = true;
        try {
          const job = await owner.next();
          if (job) this.#held.set(job.media.id, job);
          return job;
        } finally {
          this.#waiting = false;
          this.#lastSign = performance.now();
        }
      },
      kept: async (results, work) => {
        this.#lastSign = performance.now();
        for (const { media } of results) this.#held.delete(media.id);
        await owner.kept(results, work);
      },
    };
  }
}
