import type { Stage, WorkShare } from './contract.ts';

/** Counts what a worker's time goes into, from one batch of written results to the next. */
export class StageClock {
  #from = StageClock.#now();
  #photos = 0;
  #stages: WorkShare['stages'] = {};

  /** ms since 1970, on the steady clock that page and workers share. */
  static #now(): number {
    return performance.timeOrigin + performance.now();
  }

  /** Does some work and adds its time to a stage. */
  async time<Result>(stage: Stage, work: () => Promise<Result> | Result): Promise<Result> {
    const started = performance.now();
    try {
      return await work();
    } finally {
      this.#stages[stage] = (this.#stages[stage] ?? 0) + performance.now() - started;
    }
  }

  /** One more photo is finished, whatever came of it. */
  photoDone(): void {
    this.#photos += 1;
  }

  /** What was counted since the last time, and starts again. */
  take(): WorkShare {
    const until = StageClock.#now();
    const share = { photos: this.#photos, from: this.#from, until, stages: this.#stages };
    this.#from = until;
    this.#photos = 0;
    this.#stages = {};
    return share;
  }
}
