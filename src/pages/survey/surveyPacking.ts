import type { BesideRun } from '../../core/decisions/gate/besideWords.ts';
import { packInWorker } from '../../workers/blocks/packInWorker.ts';

/** Fewer records are read one by one about as fast. */
export const worthPacking = 2000;

/** Long enough for whoever opened a survey to have begun to look at it. */
const calmMilliseconds = 10_000;

/** Packs the records of a survey while nothing else goes on, so that it opens faster the next time. */
export class SurveyPacking {
  readonly #isBusy: () => boolean;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #packing: Promise<void> = Promise.resolve();

  constructor(isBusy: () => boolean) {
    this.#isBusy = isBusy;
  }

  /** @param keys of the runs of models whose outputs the survey shows @param beside of others */
  soon(folders: readonly { id: string }[], keys: readonly string[], beside: readonly BesideRun[]): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      // What goes on now asks again when it is over.
      if (this.#isBusy()) return;
      const ids = folders.map(({ id }) => id);
      // A full disk, say: the survey opens as it did before.
      this.#packing = this.#packing.then(() => packInWorker(ids, keys, beside)).catch(() => undefined);
    }, calmMilliseconds);
  }
}
