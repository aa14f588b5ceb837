import { leanMedia, type CommonTexts } from '../../core/photos/leanMedia.ts';
import type { Media } from '../../core/photos/media.ts';
import { receivedOutputs } from '../../core/decisions/recipes/outputText.ts';
import type { SiftResult } from '../../workers/sift/contract.ts';
import type { KnownPhoto } from '../survey/surveyState.svelte.ts';

/** Makes results of workers as light as photos of a survey that was opened: they stay for as long as it is. */
export class ReceivedResults {
  readonly #texts: CommonTexts = new Map();
  readonly #before: (mediaId: string) => Media | null;

  /** @param before a photo's record as the page has it; null for one that it does not know */
  constructor(before: (mediaId: string) => Media | null) {
    this.#before = before;
  }

  photos(results: readonly SiftResult[]): KnownPhoto[] {
    return results.map(({ media, outputs, beside }) => ({
      media: leanMedia(media, this.#before(media.id), this.#texts),
      outputs: outputs && receivedOutputs(outputs),
      beside: beside.length === 0 ? null : receivedOutputs(beside),
    }));
  }
}
