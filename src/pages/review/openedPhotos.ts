import type { Media } from '../../core/photos/media.ts';
import { recall, remember } from '../../platform/remembered.ts';

const keptAs = 'fieldsift.opened';
/** As many as fit into a megabyte of what a browser remembers; the oldest are forgotten, and asked about again. */
const mostKept = 30_000;
/** Characters of a content key that are remembered: no two photos of one season share them by chance. */
const length = 16;
const pause = 500; // ms

/** The photos that somebody saw in full size, at this visit or an earlier one, by their content. */
export class OpenedPhotos {
  readonly #keys = new Set((recall(keptAs) ?? '').split(' ').filter((key) => key !== ''));
  #writing: ReturnType<typeof setTimeout> | null = null;

  constructor() {
    // A page that goes away does not come to its timers.
    if (typeof window !== 'undefined') window.addEventListener('pagehide', () => this.#write());
  }

  has({ contentKey }: Media): boolean {
    return contentKey !== null && this.#keys.has(contentKey.slice(0, length));
  }

  add({ contentKey }: Media): void {
    if (contentKey === null) return;
    const key = contentKey.slice(0, length);
    this.#keys.delete(key);
    this.#keys.add(key);
    this.#writing ??= setTimeout(() => this.#write(), pause);
  }

  #write(): void {
    if (this.#writing === null) return;
    clearTimeout(this.#writing);
    this.#writing = null;
    const kept = [...this.#keys].slice(-mostKept);
    remember(keptAs, kept.join(' '));
  }
}
