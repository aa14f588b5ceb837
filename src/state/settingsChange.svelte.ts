import { changeSettings } from '../core/survey/settings/changeSettings.ts';
import type { SurveySettings } from '../core/survey/settings/surveySettings.ts';
import { inBackground } from '../platform/background.ts';
import { SettingsHistory } from './settingsHistory.svelte.ts';
import type { SurveyState } from './surveyState.svelte.ts';

/** Changes the settings of the open survey, each change to be undone; everything that depends on them follows. */
export class SettingsChange {
  readonly history = new SettingsHistory();
  readonly #survey: SurveyState;

  constructor(survey: SurveyState) {
    this.#survey = survey;
  }

  /** Changes settings by name. @throws RangeError for a value that cannot be */
  byName(changes: Record<string, string>): void {
    this.put(changeSettings(this.#survey.settings, changes), Object.keys(changes).join(' '));
  }

  /** Puts settings in place of others. @param what names what was changed */
  put(settings: SurveySettings, what: string): void {
    this.history.add(this.#survey.settings, settings, what);
    this.#keep(settings);
  }

  undo(): void {
    this.#keep(this.history.undo(this.#survey.settings));
  }

  redo(): void {
    this.#keep(this.history.redo(this.#survey.settings));
  }

  #keep(settings: SurveySettings | null): void {
    if (settings) inBackground(this.#survey.changeSettings(settings));
  }
}
