import type { Likeness } from '../../core/likeness/likeness.ts';
import type { PictureDescriptor } from '../../core/likeness/pictureDescriptor.ts';
import type { QueueEntry } from '../../core/query/queueEntry.ts';
import { drawnBoxes } from '../../core/review/drawnBoxes.ts';
import { coverOf } from '../../core/review/coverPhoto.ts';
import type { SurveySnapshot } from '../../core/survey/surveySnapshot.ts';
import { decodeSmall } from '../../platform/smallPicture.ts';
import { findThumbnail } from '../../storage/outputRepository.ts';

const nothing: Likeness = { groups: [], place: new Map(), novelty: new Map() };
/** Pictures decoded side by side: enough to keep the decoder busy, few enough to leave the page free. */
const atOnce = 4;

/** What looks like what: described when first asked for, from thumbnails, and remembered while the page is open. */
export class LikenessState {
  #likeness = $state.raw(nothing);
  /** Share of the pictures that are described, 0-1; null when none are being described. */
  progress = $state<number | null>(null);
  // Not reactive: only the result is shown.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- see above
  readonly #known = new Map<string, PictureDescriptor>();
  #asked = 0;

  get result(): Likeness {
    return this.#likeness;
  }

  /** Describes the covers of these stacks and puts together those that look the same and are labelled the same. */
  async find(entries: readonly QueueEntry[], snapshot: SurveySnapshot): Promise<void> {
    const ask = ++this.#asked;
    const queue = entries.values();
    let done = 0;
    const work = async (): Promise<void> => {
      for (const entry of queue) {
        if (ask !== this.#asked) return;
        if (!this.#known.has(entry.id)) await this.#describe(entry, snapshot);
        done += 1;
        this.progress = done / entries.length;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    if (ask !== this.#asked) return;
    this.progress = null;
    const pictured = entries.flatMap(({ id, labels }) => {
      const descriptor = this.#known.get(id);
      return descriptor ? [{ id, descriptor, kind: labels.join('\n') }] : [];
    });
    // Loaded when first asked for: photos should not wait for it.
    const { findLikeness } = await import('../../core/likeness/likeness.ts');
    if (ask === this.#asked) this.#likeness = findLikeness(pictured);
  }

  /** Forgets another survey's pictures. */
  clear(): void {
    this.#asked += 1;
    this.#known.clear();
    this.#likeness = nothing;
    this.progress = null;
  }

  async #describe(entry: QueueEntry, snapshot: SurveySnapshot): Promise<void> {
    const cover = coverOf(entry, snapshot);
    const thumbnail = cover?.media.contentKey ? await findThumbnail(cover.media.contentKey) : null;
    if (!cover || !thumbnail) return;
    const { describePicture } = await import('../../core/likeness/pictureDescriptor.ts');
    const [best] = drawnBoxes(cover, snapshot.labels, snapshot.thresholds);
    try {
      const picture = await decodeSmall(thumbnail.bytes, thumbnail.mediaType);
      this.#known.set(entry.id, describePicture(picture, best?.box ?? null));
    } catch {
      // A thumbnail that cannot be decoded stands last, as one of which nothing is known.
    }
  }
}
