import type { MediaStatus } from '../../core/photos/media.ts';

/** Photos of a survey by their status. */
export type Counts = Record<'total' | MediaStatus, number>;

const none: Counts = { total: 0, pending: 0, done: 0, failed: 0 };

/** Often enough for the eye. */
const showMilliseconds = 250;

/** Counts photos as they change, one by one, and shows the numbers a few times a second. */
export class LiveCounts {
  #shown = $state.raw<Readonly<Counts>>(none);
  #now: Counts = { ...none };
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** As the screen has them. */
  get shown(): Readonly<Counts> {
    return this.#shown;
  }

  /** As they are; not reactive. */
  get now(): Readonly<Counts> {
    return this.#now;
  }

  clear(): void {
    this.#now = { ...none };
  }

  /** @param before null for a photo that is new */
  change(before: MediaStatus | null, after: MediaStatus): void {
    if (before === null) this.#now.total += 1;
    else this.#now[before] -= 1;
    this.#now[after] += 1;
  }

  showSoon(): void {
    this.#timer ??= setTimeout(() => this.show(), showMilliseconds);
  }

  show(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#shown = { ...this.#now };
  }
}
