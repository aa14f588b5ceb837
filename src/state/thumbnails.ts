import { findThumbnail } from '../storage/outputRepository.ts';

const mostKept = 600;

/** Thumbnails as addresses an `<img>` can show; the ones not shown for longest are let go. */
export class Thumbnails {
  readonly #addresses = new Map<string, Promise<string | null>>();

  /** null when there is none. */
  address(contentKey: string): Promise<string | null> {
    const known = this.#addresses.get(contentKey);
    if (known) {
      this.#addresses.delete(contentKey);
      this.#addresses.set(contentKey, known);
      return known;
    }
    const found = findThumbnail(contentKey)
      .then((stored) => stored && URL.createObjectURL(new Blob([stored.bytes], { type: stored.mediaType })))
      .catch(() => null);
    this.#addresses.set(contentKey, found);
    this.#forgetOldest();
    return found;
  }

  #forgetOldest(): void {
    for (const [contentKey, address] of this.#addresses) {
      if (this.#addresses.size <= mostKept) return;
      this.#addresses.delete(contentKey);
      void address.then((url) => url !== null && URL.revokeObjectURL(url));
    }
  }
}
