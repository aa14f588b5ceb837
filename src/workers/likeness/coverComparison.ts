import type { CoverList } from '../../core/queue/likeness/coverList.ts';
import { findLikeness } from '../../core/queue/likeness/likeness.ts';
import type { CoverLikeness } from './contract.ts';
import { CoverDescriptors } from './coverDescriptors.ts';

/** Answers what looks like what, one question at a time: the newest. */
export class CoverComparison {
  readonly #descriptors = new CoverDescriptors();
  #asked = 0;

  /**
   * @param onShare 0-1 of the pictures that are looked at, a few times a second
   * @returns null when a newer question came meanwhile
   */
  async find(covers: CoverList, onShare: (share: number) => void): Promise<CoverLikeness | null> {
    const ask = ++this.#asked;
    const isOver = (): boolean => ask !== this.#asked;
    const all = await this.#descriptors.describe(covers, onShare, isOver);
    // A newer question that waits already is heard before all are compared, which takes seconds.
    await new Promise((resolve) => setTimeout(resolve));
    if (all === null || isOver()) return null;
    const described: number[] = [];
    const pictures = all.flatMap((descriptor, place) => {
      if (!descriptor) return [];
      described.push(place);
      return [{ descriptor, kind: covers.kinds[place] ?? 0 }];
    });
    return { described: Uint32Array.from(described), found: findLikeness(pictures) };
  }
}
