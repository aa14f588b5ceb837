import { SvelteSet } from 'svelte/reactivity';
import { openTabChannel, type TabChannel } from '../../platform/tabChannel.ts';

/** What one tab wrote of a survey: what was said, what was set, or photos, folders and results. */
export type TabNews = 'reviews' | 'survey' | 'photos' | 'deleted';

/** `here` answers `who`. */
type TabMessage = { tab: string; survey: string } & (
  { kind: 'who' | 'here' | 'gone' } | { kind: 'news'; news: TabNews }
);

/** How often a tab asks which others are there: one that was ended by force does not take its leave. */
const askEvery = 60_000; // ms

/** The tabs of this browser that have the same survey open. They tell each other what they wrote. */
export class Tabs {
  // Not a UUID, which browsers make at secure addresses only.
  readonly #id = `${Date.now()}-${Math.random()}`;
  readonly #channel: TabChannel<TabMessage>;
  #survey: string | null = null;
  readonly #others = new SvelteSet<string>();

  /** @param hear what another tab wrote of the survey that is open here */
  constructor(hear: (news: TabNews) => void) {
    this.#channel = openTabChannel('fieldsift', (message) => this.#answer(message, hear));
    globalThis.addEventListener('pagehide', () => this.open(null));
    setInterval(() => {
      if (this.#others.size > 0) this.#ask();
    }, askEvery);
  }

  /** How many other tabs have the survey open. */
  get others(): number {
    return this.#others.size;
  }

  /** Another survey is open here, or none. */
  open(survey: string | null): void {
    if (survey === this.#survey) return;
    if (this.#survey !== null) this.#send(this.#survey, { kind: 'gone' });
    this.#survey = survey;
    this.#ask();
  }

  /** Tells the other tabs what was written of a survey. */
  tell(survey: string, news: TabNews): void {
    this.#send(survey, { kind: 'news', news });
  }

  #ask(): void {
    this.#others.clear();
    if (this.#survey !== null) this.#send(this.#survey, { kind: 'who' });
  }

  #send(survey: string, message: { kind: 'who' | 'here' | 'gone' } | { kind: 'news'; news: TabNews }): void {
    this.#channel.send({ tab: this.#id, survey, ...message });
  }

  #answer(message: TabMessage, hear: (news: TabNews) => void): void {
    const { kind, tab, survey } = message;
    if (survey !== this.#survey) return;
    if (kind === 'news') hear(message.news);
    else if (kind === 'gone') this.#others.delete(tab);
    else this.#others.add(tab);
    if (kind === 'who') this.#send(survey, { kind: 'here' });
  }
}
