import * as Comlink from 'comlink';
import { WorkerHandle, type Watch } from '../workerHandle.ts';
import type { SiftDelegate, SiftJob, SiftOutcome, SiftRecipe, SiftWorker } from './contract.ts';

export type LifeOutcome =
  | SiftOutcome
  | { kind: 'model-failed'; message: string }
  | { kind: 'stopped' }
  | { kind: 'died'; message: string };

const loadMilliseconds = 240_000;
const stallMilliseconds = 120_000;

/** One worker that sifts, from its start to its end, whatever ends it. */
export class SiftWorkerLife {
  readonly #held = new Map<string, SiftJob>();
  #isOver = false;

  /** True once the worker is gone: what is handed to it now would be lost. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Loads the models and sifts until the owner has no more. Never rejects. */
  async live(recipe: SiftRecipe, stop: AbortSignal, owner: SiftDelegate): Promise<LifeOutcome> {
    const handle = new WorkerHandle<SiftWorker>(
      () => new Worker(new URL('./sift.worker.ts', import.meta.url), { type: 'module', name: 'sift' }),
      { patience: stallMilliseconds },
    );
    try {
      const ports = recipe.models.flatMap(({ graphics }) => graphics ?? []);
      const { error } = await handle.ask((remote) => remote.load(Comlink.transfer(recipe, ports)), {
        signal: stop,
        patience: loadMilliseconds,
      });
      if (error !== null) return { kind: 'model-failed', message: error };
      return await handle.ask<SiftOutcome>(
        (remote, watch) => remote.run(Comlink.proxy(this.#watched(owner, watch))),
        { signal: stop },
      );
    } catch (error) {
      if (stop.aborted) return { kind: 'stopped' };
      return { kind: 'died', message: error instanceof Error ? error.message : String(error) };
    } finally {
      this.#isOver = true;
      handle.close();
    }
  }

  /** Photos handed out and not stored, in the order they were handed out. */
  unwritten(): SiftJob[] {
    return [...this.#held.values()];
  }

  #watched(owner: SiftDelegate, { heard, rest }: Watch): SiftDelegate {
    return {
      next: async () => {
        rest();
        try {
          const job = await owner.next();
          if (job) this.#held.set(job.media.id, job);
          return job;
        } finally {
          heard();
        }
      },
      kept: async (results, work) => {
        heard();
        for (const { media } of results) this.#held.delete(media.id);
        await owner.kept(results, work);
      },
    };
  }
}
