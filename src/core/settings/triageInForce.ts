import type { TriageSettings } from '../decisions/triage.ts';
import { settingsAt } from './settingTable.ts';
import { defaultSettings } from './surveySettings.ts';

/**
 * What triage asks of a label, read from settings by their names; those that are not among them are at their defaults.
 *
 * @throws RangeError for a value that the setting cannot have
 */
export function triageInForce(settings: Readonly<Record<string, string>>): TriageSettings {
  return settingsAt('triage').reduce((all, { name, write }) => {
    const text = settings[name];
    return text === undefined ? all : write(all, text);
  }, defaultSettings).triage;
}
