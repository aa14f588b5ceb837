import { inBackground } from '../../platform/background.ts';
import type { StoredThumbnail } from '../../storage/database.ts';
import { findThumbnails } from '../../storage/outputRepository.ts';

const mostKept = 600;

/** ms; a photo that another laptop sifted gets its thumbnail when its folder has come. */
const waits = [1000, 2000, 4000, 8000, 16_000];

/** Reads what many ask for at one time in one go: a grid that is scrolled fast asks for thousands. */
class ThumbnailReader {
  #asked = new Set<string>();
  #answer: Promise<ReadonlyMap<string, StoredThumbnail>> | null = null;

  /** null when there is none. */
  async find(contentKey: string): Promise<StoredThumbnail | null> {
    this.#asked.add(contentKey);
    this.#answer ??= new Promise((resolve, reject) => {
      setTimeout(() => {
        this.#read().then(resolve, reject);
      });
    });
    return (await this.#answer).get(contentKey) ?? null;
  }

  async #read(): Promise<ReadonlyMap<string, StoredThumbnail>> {
    const contentKeys = [...this.#asked];
    this.#asked = new Set();
    this.#answer = null;
    const found = await findThumbnails(contentKeys);
    return new Map(found.flatMap((stored) => (stored ? [[stored.contentKey, stored]] : [])));
  }
}

/** Thumbnails as addresses an `<img>` can show; the ones not shown for longest are let go. */
export class Thumbnails {
  readonly #reader = new ThumbnailReader();
  readonly #addresses = new Map<string, Promise<string | null>>();

  /** null when there is none. */
  address(contentKey: string): Promise<string | null> {
    const known = this.#addresses.get(contentKey);
    if (known) {
      this.#addresses.delete(contentKey);
      this.#addresses.set(contentKey, known);
      return known;
    }
    const found = this.#find(contentKey)
      .then((stored) => stored && URL.createObjectURL(new Blob([stored.bytes], { type: stored.mediaType })))
      .catch(() => null);
    this.#addresses.set(contentKey, found);
    this.#forgetOldest();
    return found;
  }

  /** Waits for one that is not there yet, for as long as it is not let go. */
  async #find(contentKey: string): Promise<StoredThumbnail | null> {
    for (const wait of waits) {
      const found = await this.#reader.find(contentKey);
      if (found !== null || !this.#addresses.has(contentKey)) return found;
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (!this.#addresses.has(contentKey)) return null;
    }
    return this.#reader.find(contentKey);
  }

  #forgetOldest(): void {
    for (const [contentKey, address] of this.#addresses) {
      if (this.#addresses.size <= mostKept) return;
      this.#addresses.delete(contentKey);
      inBackground(address.then((url) => url !== null && URL.revokeObjectURL(url)));
    }
  }
}
