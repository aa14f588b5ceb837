import type { CoverList } from '../../core/queue/likeness/coverList.ts';
import { describePicture, type PictureDescriptor } from '../../core/queue/likeness/pictureDescriptor.ts';
import { decodeSmall } from '../../platform/smallPicture.ts';
import type { StoredThumbnail } from '../../storage/database.ts';
import { findThumbnails } from '../../storage/outputRepository.ts';

/** Thumbnails that are read in one transaction. */
const batchSize = 100;
/** Pictures decoded side by side: few enough to leave the processor to those who sift. */
const atOnce = 2;
/** ms between two words on how far it is. */
const shareEvery = 250;

/** Whose descriptor it is: the same picture around another box looks otherwise. */
function keyOf({ contentKeys, boxes }: CoverList, place: number): string {
  return `${contentKeys[place] ?? ''} ${boxes.subarray(place * 4, place * 4 + 4).join(' ')}`;
}

async function describe(
  thumbnail: StoredThumbnail,
  [x = NaN, y = NaN, width = NaN, height = NaN]: Float64Array,
): Promise<PictureDescriptor | null> {
  try {
    const picture = await decodeSmall(thumbnail.bytes, thumbnail.mediaType);
    return describePicture(picture, Number.isNaN(x) ? null : { x, y, width, height });
  } catch {
    // A thumbnail that cannot be decoded stands last, as one that nothing is known of.
    return null;
  }
}

/** Describes covers from their thumbnails, and remembers every one. */
export class CoverDescriptors {
  readonly #known = new Map<string, PictureDescriptor>();

  /**
   * @param onShare 0-1, a few times a second
   * @param isOver asked now and then: true ends it
   * @returns in the order of the list; null for those without a thumbnail that can be decoded, and at the end
   */
  async describe(
    covers: CoverList,
    onShare: (share: number) => void,
    isOver: () => boolean,
  ): Promise<(PictureDescriptor | null)[] | null> {
    const { length } = covers.contentKeys;
    let told = performance.now();
    for (let from = 0; from < length; from += batchSize) {
      if (isOver()) return null;
      const places = Array.from({ length: Math.min(batchSize, length - from) }, (_, index) => from + index);
      await this.#describeBatch(
        covers,
        places.filter((place) => !this.#known.has(keyOf(covers, place))),
      );
      if (performance.now() - told < shareEvery) continue;
      told = performance.now();
      onShare(Math.min(1, (from + batchSize) / length));
    }
    return covers.contentKeys.map((_, place) => this.#known.get(keyOf(covers, place)) ?? null);
  }

  async #describeBatch(covers: CoverList, places: readonly number[]): Promise<void> {
    if (places.length === 0) return;
    const thumbnails = await findThumbnails(places.map((place) => covers.contentKeys[place] ?? ''));
    const queue = places.entries();
    const work = async (): Promise<void> => {
      for (const [index, place] of queue) {
        const thumbnail = thumbnails[index];
        if (!thumbnail) continue;
        const descriptor = await describe(thumbnail, covers.boxes.subarray(place * 4, place * 4 + 4));
        if (descriptor) this.#known.set(keyOf(covers, place), descriptor);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }
}
