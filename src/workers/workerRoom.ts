/** Photos without a death after which one worker more may try. */
const calmPhotos = 200;

/**
 * How many workers may run now. One that dies takes its place with it, because memory may be what killed it; after a
 * calm while there is room for one more again, up to as many as there were.
 */
export class WorkerRoom {
  readonly #most: number;
  #now: number;
  #inside = 0;
  #calm = 0;
  #waiting: ((enters: boolean) => void)[] = [];

  /** @param most workers, at least 1 */
  constructor(most: number) {
    this.#most = most;
    this.#now = most;
  }

  /** How many may run now. */
  get size(): number {
    return this.#now;
  }

  /** Waits for room. @returns false when the work was over before there was any */
  enter(): Promise<boolean> {
    if (this.#inside < this.#now) {
      this.#inside += 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** A worker ended as it should: there is no more work, so nobody needs to wait. */
  leave(): void {
    this.#inside -= 1;
    for (const resolve of this.#waiting.splice(0)) resolve(false);
  }

  /** A worker died. */
  die(): void {
    this.#inside -= 1;
    this.#calm = 0;
    this.#now = Math.max(1, this.#now - 1);
  }

  /** So many photos were sifted. */
  keep(photos: number): void {
    this.#calm += photos;
    if (this.#calm < calmPhotos || this.#now === this.#most) return;
    this.#calm = 0;
    this.#now += 1;
    const next = this.#inside < this.#now ? this.#waiting.shift() : undefined;
    if (!next) return;
    this.#inside += 1;
    next(true);
  }
}
