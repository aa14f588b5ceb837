import { CoverListing } from '../../core/queue/likeness/coverList.ts';
import { nameLikeness, unknownLikeness, type Likeness } from '../../core/queue/likeness/namedLikeness.ts';
import type { QueueEntry } from '../../core/queue/queueEntry.ts';
import type { SurveySnapshot } from '../../core/survey/surveySnapshot.ts';
import { LikenessWorkerLife } from '../../workers/likeness/likenessWorkerLife.ts';

/** ms for which covers are listed in one go, so that the page answers meanwhile. */
const atATime = 8;

/** Lets the page answer clicks and keys. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** What looks like what: a worker looks at the thumbnails when first asked, and remembers them. */
export class LikenessState {
  #likeness = $state.raw(unknownLikeness);
  #progress = $state<number | null>(null);
  readonly #failed: () => void;
  readonly #worker = new LikenessWorkerLife();
  /** What was asked for last, with an answer or on the way to it. */
  #entries: readonly QueueEntry[] | null = null;
  #asked = 0;

  /** @param failed is told when the pictures cannot be looked at; nothing is known of them then */
  constructor(failed: () => void) {
    this.#failed = failed;
  }

  get result(): Likeness {
    return this.#likeness;
  }

  /** Share of the pictures that are looked at, 0-1; null when none are being looked at. */
  get progress(): number | null {
    return this.#progress;
  }

  /** Puts together the covers of these stacks that look the same and are labelled the same. Never rejects. */
  async find(entries: readonly QueueEntry[], snapshot: SurveySnapshot): Promise<void> {
    if (entries === this.#entries) return;
    this.#entries = entries;
    this.#progress = 0;
    const ask = ++this.#asked;
    const isOver = (): boolean => ask !== this.#asked;
    try {
      const likeness = await this.#look(entries, snapshot, isOver);
      if (isOver()) return;
      this.#likeness = likeness ?? unknownLikeness;
      this.#progress = null;
    } catch {
      if (isOver()) return;
      this.clear();
      this.#failed();
    }
  }

  /** Forgets another survey's pictures. */
  clear(): void {
    this.#asked += 1;
    this.#entries = null;
    this.#worker.close();
    this.#likeness = unknownLikeness;
    this.#progress = null;
  }

  /** @returns null when it is over before all were looked at */
  async #look(
    entries: readonly QueueEntry[],
    snapshot: SurveySnapshot,
    isOver: () => boolean,
  ): Promise<Likeness | null> {
    const listing = new CoverListing();
    let started = performance.now();
    for (const entry of entries) {
      listing.add(entry, snapshot);
      if (performance.now() - started < atATime) continue;
      await pause();
      if (isOver()) return null;
      started = performance.now();
    }
    const answer = await this.#worker.find(listing.list(), (share) => {
      if (!isOver()) this.#progress = share;
    });
    if (answer === null || isOver()) return null;
    const ids = Array.from(answer.described, (place) => listing.ids[place] ?? '');
    const likeness = nameLikeness(ids, answer.found);
    // Thousands are put into their order next, which is enough for one task.
    await pause();
    return likeness;
  }
}
