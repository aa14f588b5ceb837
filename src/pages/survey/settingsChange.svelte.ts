import { changeSettings } from '../../core/settings/changeSettings.ts';
import type { SurveySettings } from '../../core/settings/surveySettings.ts';
import { inBackground } from '../../platform/background.ts';
import { SettingsHistory } from './settingsHistory.svelte.ts';
import type { SurveyState } from './surveyState.svelte.ts';

/** Asks whether these held sequences may go; true without a question where there are none. */
export type MayOpen = (ids: readonly string[]) => Promise<boolean>;

/** Changes the settings of the open survey, each change to be undone; everything that depends on them follows. */
export class SettingsChange {
  readonly history = new SettingsHistory();
  readonly #survey: SurveyState;
  readonly #mayOpen: MayOpen;

  /** @param mayOpen asks the person, where held sequences would be let go */
  constructor(survey: SurveyState, mayOpen: MayOpen) {
    this.#survey = survey;
    this.#mayOpen = mayOpen;
  }

  /** The held sequences that other settings would let go, by their ids. */
  opens(settings: SurveySettings): readonly string[] {
    return this.#survey.decisions.letGoBy(settings);
  }

  /**
   * Puts settings in place of others as a person does: asks first where that lets held sequences go.
   *
   * @param what names what was changed
   * @returns false when the person leaves them as they were
   */
  async ask(settings: SurveySettings, what: string): Promise<boolean> {
    return this.#askFor(settings, () => this.put(settings, what));
  }

  /** Changes settings by name, as a script does, without a question. @throws RangeError for a value that cannot be */
  byName(changes: Record<string, string>): void {
    this.put(changeSettings(this.#survey.settings, changes), Object.keys(changes).join(' '));
  }

  /** Puts settings in place of others. @param what names what was changed */
  put(settings: SurveySettings, what: string): void {
    this.history.add(this.#survey.settings, settings, what);
    this.#keep(settings);
  }

  async undo(): Promise<boolean> {
    return this.#askFor(this.history.earlier(this.#survey.settings), () =>
      this.#keep(this.history.undo(this.#survey.settings)),
    );
  }

  async redo(): Promise<boolean> {
    return this.#askFor(this.history.later(this.#survey.settings), () =>
      this.#keep(this.history.redo(this.#survey.settings)),
    );
  }

  async #askFor(settings: SurveySettings | null, change: () => void): Promise<boolean> {
    if (!settings || !(await this.#mayOpen(this.#survey.decisions.letGoBy(settings)))) return false;
    change();
    return true;
  }

  #keep(settings: SurveySettings | null): void {
    if (settings) inBackground(this.#survey.changeSettings(settings));
  }
}
