import { byDoubt, type DoubtedCopy } from '../../core/exchange/share/sheetOrder.ts';
import type { ShareOptions } from '../../core/exchange/share/shareOptions.ts';
import type { Sharing } from './sharing.svelte.ts';
import type { SurveyState } from '../survey/surveyState.svelte.ts';

/** A photo of the sheet. */
export interface SheetPhoto extends DoubtedCopy {
  id: string;
  /** True for one that was to leave when the sheet was opened and stays now. */
  isHeld: boolean;
}

/** What would leave, in an order that stays while somebody goes through it, and what they hold back of it. */
export class LeavingSheet {
  readonly #survey: SurveyState;
  readonly #sharing: Sharing;
  /** As they were last planned, in the order of the sheet. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- remembered, not followed
  readonly #seen = new Map<string, DoubtedCopy>();
  #options: ShareOptions | null = null;
  /** Ids of the reviews by which photos were held back here. */
  #holds = $state.raw<readonly string[]>([]);

  constructor(survey: SurveyState, sharing: Sharing) {
    this.#survey = survey;
    this.#sharing = sharing;
  }

  readonly photos: readonly SheetPhoto[] = $derived.by(() => {
    const { plan, options } = this.#sharing;
    // Other options make other copies: what is left out by choice is not held back.
    if (options !== this.#options) this.#seen.clear();
    this.#options = options;
    const planned = byDoubt(plan.copies, this.#survey.snapshot);
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made again each time
    const leaving = new Set(planned.map(({ copy }) => copy.photo.id));
    for (const doubted of planned) this.#seen.set(doubted.copy.photo.id, doubted);
    return [...this.#seen].map(([id, doubted]) => ({ ...doubted, id, isHeld: !leaving.has(id) }));
  });

  /** Whether something that was held back here can be undone. */
  readonly canUndo: boolean = $derived.by(() => this.#holds.length > 0);

  /** Holds back the photo's whole sequence. @returns how many photos that are; 0 when it stays already */
  hold(photo: SheetPhoto): number {
    const { sequences, photos } = this.#survey.snapshot;
    const sequence = sequences.find(({ id }) => id === photo.copy.sequenceId);
    const mediaIds = sequence?.photos.flatMap((index) => photos[index]?.media.id ?? []) ?? [photo.id];
    if (photo.isHeld) return 0;
    const review = this.#survey.reviews.add({ kind: 'gate', verdict: 'hold', signedOff: [] }, mediaIds);
    this.#holds = [...this.#holds, review.id];
    return mediaIds.length;
  }

  /** Takes the last hold of this sheet back. @returns false when there is none */
  undo(): boolean {
    const reviewId = this.#holds.at(-1);
    if (reviewId === undefined) return false;
    this.#holds = this.#holds.slice(0, -1);
    this.#survey.reviews.add({ kind: 'undo', reviewId }, []);
    return true;
  }
}
