import { inBackground } from '../../platform/background.ts';
import { countReviews, loadNewReviews } from '../../storage/reviewRepository.ts';
import { loadFolders, loadOneSurvey, measureResults } from '../../storage/surveyRepository.ts';
import type { Survey } from '../../core/survey/survey.ts';
import type { SurveyState } from './surveyState.svelte.ts';
import type { TabNews } from './tabs.svelte.ts';

/** What a sync asks of the app. */
export interface SyncOwner {
  /** True while this tab adds photos or results itself: what it writes is on its screen already. */
  isBusy(): boolean;
  /** Reads the photos of the open survey again, with what models said of them. */
  reread(): Promise<void>;
  /** Takes up what models said of people in the photos that are known, and nothing else. */
  hearPeople(): Promise<void>;
  /** Shows the survey again, as another tab has it sifted with another model or recipe. */
  reopen(survey: Survey): Promise<void>;
  /** The open survey was deleted in another tab. */
  gone(name: string): Promise<void>;
}

/** ms between two counts of photos and results, which take some time in a large survey. */
const countEvery = 2000;
/** A tab that looks on reads again at most this often, and for at most a twentieth of its time. */
const rereadEvery = 5000;

/** Keeps the open survey as the disk has it, whichever tab wrote there. */
export class SurveySync {
  readonly #survey: SurveyState;
  readonly #owner: SyncOwner;
  #running: Promise<void> = Promise.resolve();
  /** The survey whose results were counted, and their number; null while that is not known. */
  #counted: { id: string; results: string; at: number } | null = null;
  /** Another tab changed photos or results, and they were not read since. */
  #isStale = false;
  /** The same, and not even what they say of people was taken up. */
  #isUnheard = false;
  #planned: ReturnType<typeof setTimeout> | null = null;
  #lastReread = { at: -Infinity, cost: 0 };

  constructor(survey: SurveyState, owner: SyncOwner) {
    this.#survey = survey;
    this.#owner = owner;
  }

  /** Another tab wrote something of the open survey. */
  hear(news: TabNews): void {
    if (news === 'deleted') inBackground(this.#owner.gone(this.#survey.survey?.name ?? ''));
    else if (news === 'photos') this.#rereadSoon();
    else inBackground(this.#after(() => this.#readWords()));
  }

  /**
   * Counts the photos and results that are on the screen now, so that those of other tabs are noticed. What was heard of
   * stays to be read.
   */
  async count(): Promise<void> {
    const id = this.#survey.survey?.id;
    if (id === undefined) return;
    this.#counted = { id, results: await measureResults(id), at: performance.now() };
  }

  /**
   * Takes over what other tabs wrote: reviews, settings and, where there are new ones, photos and results. Whatever is
   * said to leave this computer waits for it.
   *
   * @throws DOMException when the browser does not let its storage be read: then nothing may leave
   */
  async refresh(): Promise<void> {
    await this.#after(async () => {
      await this.#readWords();
      await this.#readResults();
    });
  }

  #after(work: () => Promise<void>): Promise<void> {
    const done = this.#running.then(work);
    this.#running = done.catch(() => undefined);
    return done;
  }

  async #readWords(): Promise<void> {
    const { survey, reviews, store, keeper } = this.#survey;
    if (!survey) return;
    const onDisk = await loadOneSurvey(survey.id);
    if (!store.ofId(survey.id)) return;
    if (onDisk) {
      const isOther = JSON.stringify(withModels(onDisk)) !== JSON.stringify(withModels(survey));
      store.takeOver(onDisk);
      if (isOther && keeper.isIdle && !this.#owner.isBusy()) await this.#owner.reopen(onDisk);
    }
    const { log } = reviews;
    if (keeper.isIdle && (await countReviews(survey.id)) === log.reviews.length) return;
    const added = await loadNewReviews(survey.id, (id) => log.has(id));
    if (store.ofId(survey.id)) reviews.merge(added);
  }

  async #readResults(): Promise<void> {
    const id = this.#survey.survey?.id;
    if (id === undefined) return;
    if (this.#owner.isBusy()) {
      if (!this.#isUnheard) return;
      this.#isUnheard = false;
      await this.#owner.hearPeople();
      return;
    }
    if (this.#isStale) {
      await this.#reread();
      return;
    }
    const now = performance.now();
    if (this.#counted?.id === id && now - this.#counted.at < countEvery) return;
    const results = await measureResults(id);
    const isNew = this.#counted !== null && this.#counted.id === id && this.#counted.results !== results;
    this.#counted = { id, results, at: performance.now() };
    if (isNew) await this.#reread();
  }

  #rereadSoon(): void {
    this.#isStale = true;
    this.#isUnheard = true;
    if (this.#planned !== null) return;
    const { at, cost } = this.#lastReread;
    const wait = Math.max(rereadEvery, 20 * cost) - (performance.now() - at);
    this.#planned = setTimeout(
      () => {
        this.#planned = null;
        if (!this.#owner.isBusy()) inBackground(this.#after(() => this.#reread()));
      },
      Math.max(500, wait),
    );
  }

  async #reread(): Promise<void> {
    const started = performance.now();
    this.#isStale = false;
    this.#isUnheard = false;
    const { survey } = this.#survey;
    if (!survey) return;
    for (const folder of await loadFolders(survey.id)) this.#survey.putFolder(folder);
    await this.#owner.reread();
    this.#lastReread = { at: performance.now(), cost: performance.now() - started };
  }
}

/** What a survey is sifted with. */
function withModels({ recipe, modelHash }: Survey): unknown {
  return [recipe ?? null, modelHash ?? null];
}
