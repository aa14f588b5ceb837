import { findThumbnail } from '../storage/outputRepository.ts';

const mostKept = 600;

/** ms; a photo that another laptop sifted gets its thumbnail when its folder has come. */
const waits = [1000, 2000, 4000, 8000, 16_000];

async function patiently<Found>(find: () => Promise<Found | null>): Promise<Found | null> {
  for (const wait of waits) {
    const found = await find();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return find();
}

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
    const found = patiently(() => findThumbnail(contentKey))
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
