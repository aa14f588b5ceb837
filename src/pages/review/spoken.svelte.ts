import type { Announcements } from '../shell/announcements.svelte.ts';

/** What was done last, in sight. */
export interface Toast {
  text: string;
  /** Reviews that its button takes back; empty for none. */
  reviews: readonly string[];
}

/** What was done last: for those who hear the screen, and in sight with a way back where it matters. */
export class Spoken {
  /** Another object for each saying, so that the same words are read out again. */
  said = $state.raw<{ text: string }>({ text: '' });
  toast = $state.raw<Toast | null>(null);
  readonly #announcements: Announcements;

  constructor(announcements: Announcements) {
    this.#announcements = announcements;
  }

  /** Reads it out; what was in sight is of the past then. */
  say(text: string): void {
    this.said = { text };
    this.toast = null;
  }

  /** Reads it out and shows it. */
  show(text: string): void {
    this.say(text);
    this.toast = { text, reviews: [] };
  }

  /** Reads it out, shows it, and keeps it among the messages. @param reviews that its button takes back */
  report(text: string, reviews: readonly { id: string }[] = []): void {
    this.say(text);
    this.toast = { text, reviews: reviews.map(({ id }) => id) };
    this.#announcements.note(text);
  }

  dismiss(): void {
    this.toast = null;
  }
}
