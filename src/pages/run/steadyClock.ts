/** Counts the milliseconds a run really ran: it stands still while the run is paused. */
export class SteadyClock {
  #elapsed = 0;
  #since: number | null = null;

  start(): void {
    this.#since ??= performance.now();
  }

  stop(): void {
    this.#elapsed = this.now();
    this.#since = null;
  }

  /** ms since the first start, pauses left out. */
  now(): number {
    return this.#elapsed + (this.#since === null ? 0 : performance.now() - this.#since);
  }
}
