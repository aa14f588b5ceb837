import type { SurveySettings } from '../../core/settings/surveySettings.ts';
import { mergedSettings } from '../../core/survey/surveyMerge.ts';

/** One change of settings that can be taken back. */
interface SettingsStep {
  before: SurveySettings;
  after: SurveySettings;
  /** What was changed: changes of the same thing shortly after each other, as by a slider, are one step. */
  what: string;
  /** ms on the page's clock. */
  at: number;
}

const together = 1000; // ms

/** The settings as they were: undo and redo without end, as long as the page is open. */
export class SettingsHistory {
  #done = $state.raw<readonly SettingsStep[]>([]);
  #undone = $state.raw<readonly SettingsStep[]>([]);

  /** What undo would take back; null for nothing. */
  get undoable(): string | null {
    return this.#done.at(-1)?.what ?? null;
  }

  get redoable(): string | null {
    return this.#undone.at(-1)?.what ?? null;
  }

  /** The settings that undo goes back to; null for none. @param now the settings as they are */
  earlier(now: SurveySettings): SurveySettings | null {
    const last = this.#done.at(-1);
    return last ? mergedSettings(last.after, last.before, now) : null;
  }

  /** The settings that redo goes forth to; null for none. @param now the settings as they are */
  later(now: SurveySettings): SurveySettings | null {
    const last = this.#undone.at(-1);
    return last ? mergedSettings(last.before, last.after, now) : null;
  }

  add(before: SurveySettings, after: SurveySettings, what: string, at = performance.now()): void {
    const last = this.#done.at(-1);
    this.#undone = [];
    this.#done =
      last && last.what === what && at - last.at < together
        ? [...this.#done.slice(0, -1), { before: last.before, after, what, at }]
        : [...this.#done, { before, after, what, at }];
  }

  /** @param now the settings as they are, perhaps changed by another tab too @returns those to go back to; null for none */
  undo(now = this.#done.at(-1)?.after): SurveySettings | null {
    const last = this.#done.at(-1);
    if (!last) return null;
    this.#done = this.#done.slice(0, -1);
    this.#undone = [...this.#undone, last];
    return now ? mergedSettings(last.after, last.before, now) : last.before;
  }

  /** @param now the settings as they are @returns those to go forth to; null for none */
  redo(now = this.#undone.at(-1)?.before): SurveySettings | null {
    const last = this.#undone.at(-1);
    if (!last) return null;
    this.#undone = this.#undone.slice(0, -1);
    this.#done = [...this.#done, last];
    return now ? mergedSettings(last.before, last.after, now) : last.after;
  }

  /** Another survey has another history. */
  clear(): void {
    this.#done = [];
    this.#undone = [];
  }
}
