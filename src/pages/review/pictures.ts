import { inBackground } from '../../platform/background.ts';
import type { Media } from '../../core/photos/media.ts';

const mostKept = 24;

/** Whole photos as addresses an `<img>` can show; the ones not shown for longest are let go. */
export class Pictures {
  readonly #open: (media: Media) => Promise<Blob | null>;
  readonly #addresses = new Map<string, Promise<string | null>>();

  constructor(open: (media: Media) => Promise<Blob | null>) {
    this.#open = open;
  }

  /** null when the photo cannot be read. */
  address(media: Media): Promise<string | null> {
    const known = this.#addresses.get(media.id);
    this.#addresses.delete(media.id);
    const found =
      known ??
      this.#open(media)
        .then((blob) => blob && URL.createObjectURL(blob))
        .catch(() => null);
    this.#addresses.set(media.id, found);
    for (const [id, address] of this.#addresses) {
      if (this.#addresses.size <= mostKept) break;
      this.#addresses.delete(id);
      inBackground(address.then((url) => url !== null && URL.revokeObjectURL(url)));
    }
    return found;
  }
}
