import type { CoverList } from '../../core/queue/likeness/coverList.ts';
import type { FoundLikeness } from '../../core/queue/likeness/likeness.ts';

/** What looks like what among the covers of a list. */
export interface CoverLikeness {
  /** Places in the list of those whose thumbnail could be read; all that was found is said by their places in here. */
  described: Uint32Array<ArrayBuffer>;
  found: FoundLikeness;
}

/** What the page asks of the worker that looks at pictures. */
export interface LikenessWorker {
  /**
   * Puts covers together that look the same and are labelled the same. What a picture looks like is remembered.
   *
   * @param onShare 0-1 of the pictures that are looked at, a few times a second
   * @returns null when a newer question came meanwhile
   */
  find(covers: CoverList, onShare: (share: number) => void): Promise<CoverLikeness | null>;
}
