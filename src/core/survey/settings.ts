import type { SurveySettings } from './surveySettings.ts';

/** The names by which settings are reached from a command line, and what each one changes. */
const settingNames = ['gap', 'animal', 'person', 'vehicle'] as const;

function boundedNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < least || value > most) {
    throw new RangeError(`Setting "${name}" must be a number from ${least} to ${most}, not "${text}".`);
  }
  return value;
}

/**
 * Settings with some of them changed by name: `gap` in seconds, `animal`, `person` and `vehicle` as thresholds 0-1.
 *
 * @throws RangeError that names the setting when it is unknown or out of range
 */
export function changeSettings(settings: SurveySettings, changes: Record<string, string>): SurveySettings {
  const changed: SurveySettings = { ...settings, thresholds: { ...settings.thresholds } };
  for (const [name, text] of Object.entries(changes)) {
    if (name === 'gap') changed.gapSeconds = boundedNumber(name, text, 0, 86_400);
    else if (name === 'animal' || name === 'person' || name === 'vehicle') {
      changed.thresholds[name] = boundedNumber(name, text, 0, 1);
    } else {
      throw new RangeError(`Unknown setting "${name}". Known settings: ${settingNames.join(', ')}.`);
    }
  }
  return changed;
}
