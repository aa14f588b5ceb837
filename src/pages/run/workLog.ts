import type { WorkShare } from '../../workers/sift/contract.ts';

/** What one worker did between two batches of results. */
export interface LoggedWork extends WorkShare {
  worker: number;
}

/** Twenty minutes of two workers: enough to see how fast a run is, and little to keep. */
const mostShares = 2400;

/** What the workers' time went into, for whoever measures. */
export class WorkLog {
  #shares: LoggedWork[] = [];

  add(share: WorkShare, worker: number): void {
    this.#shares.push({ ...share, worker });
    if (this.#shares.length > mostShares) this.#shares = this.#shares.slice(mostShares / 2);
  }

  /** In the order they came. */
  shares(): LoggedWork[] {
    return [...this.#shares];
  }
}
