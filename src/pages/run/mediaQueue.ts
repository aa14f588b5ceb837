import type { Media } from '../../core/photos/media.ts';

/** Photos waiting for a worker, in order. A worker that asks while more are expected waits for them. */
export class MediaQueue {
  #media: (Media | null)[] = [];
  #taken = 0;
  #expected = 0;
  #ended = false;
  #waiting: (() => void)[] = [];

  /** Photos not handed out yet. */
  get left(): number {
    return this.#media.length - this.#taken;
  }

  /** True when nothing is left and nothing more is expected. */
  get isExhausted(): boolean {
    return this.left === 0 && this.#expected === 0;
  }

  add(media: readonly Media[]): void {
    for (const one of media) this.#media.push(one);
    this.#wake();
  }

  /** @returns a function to call when all have come */
  expectMore(): () => void {
    this.#expected += 1;
    return () => {
      this.#expected -= 1;
      this.#wake();
    };
  }

  /** The next photo; null at the end. */
  async next(): Promise<Media | null> {
    for (;;) {
      if (this.#ended) return null;
      const media = this.#media[this.#taken];
      if (media) {
        // Nothing of it is kept here: the record that comes back takes its place.
        this.#media[this.#taken] = null;
        this.#taken += 1;
        return media;
      }
      if (this.#expected === 0) return null;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** From now on everyone who asks gets null, until it is reopened. */
  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** Begins again with these photos and no others. */
  refill(media: readonly Media[]): void {
    this.#ended = false;
    this.#media = [...media];
    this.#taken = 0;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
