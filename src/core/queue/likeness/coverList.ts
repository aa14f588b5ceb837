import type { QueueEntry } from '../queueEntry.ts';
import { coverOf } from '../coverPhoto.ts';
import { drawnBoxes } from '../../survey/reviews/drawnBoxes.ts';
import type { SurveySnapshot } from '../../survey/surveySnapshot.ts';

/** The covers of stacks, as far as their likeness needs them; small enough to be sent between threads. */
export interface CoverList {
  /** Under which each one's thumbnail is kept. */
  contentKeys: readonly string[];
  /** x, y, width and height of each one's best box, 0-1 of the picture; NaN where there is none: `[covers, 4]`. */
  boxes: Float64Array<ArrayBuffer>;
  /** The same number for all that are labelled the same. */
  kinds: Uint32Array<ArrayBuffer>;
}

/** Lists the covers of stacks, one stack after the other, so that thousands need not be listed in one go. */
export class CoverListing {
  /** Of the stacks that were listed, in the order of the list. */
  readonly ids: string[] = [];
  readonly #contentKeys: string[] = [];
  readonly #boxes: number[] = [];
  readonly #kinds: number[] = [];
  readonly #kindOf = new Map<string, number>();

  /** Lists one more; a stack whose photos were never read is left out. */
  add(entry: QueueEntry, { photos, labels, thresholds }: SurveySnapshot): void {
    const cover = coverOf(entry, { photos });
    if (!cover?.media.contentKey) return;
    const [best] = drawnBoxes(cover, labels, thresholds);
    const { x, y, width, height } = best?.box ?? { x: NaN, y: NaN, width: NaN, height: NaN };
    this.ids.push(entry.id);
    this.#contentKeys.push(cover.media.contentKey);
    this.#boxes.push(x, y, width, height);
    this.#kinds.push(this.#numberOf(entry.labels.join('\n')));
  }

  list(): CoverList {
    return {
      contentKeys: this.#contentKeys,
      boxes: Float64Array.from(this.#boxes),
      kinds: Uint32Array.from(this.#kinds),
    };
  }

  #numberOf(kind: string): number {
    const known = this.#kindOf.get(kind) ?? this.#kindOf.size;
    this.#kindOf.set(kind, known);
    return known;
  }
}
