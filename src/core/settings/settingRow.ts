import type { SurveySettings } from './surveySettings.ts';

/** The part of the page where a setting stands, beside what it changes. */
export type SettingPlace =
  'sequences' | 'events' | 'clocks' | 'rules' | 'species' | 'gate' | 'triage' | 'repeats' | 'trust';

/** How a setting is written and asked for. */
export type SettingKind =
  /** `empty` is the word for no number, and `emptyMeans` says what that does. */
  | {
      kind: 'number';
      least: number;
      most: number;
      step: number;
      empty?: 'model' | 'none';
      emptyMeans?: string;
    }
  | { kind: 'choice'; choices: readonly { value: string; text: string }[] }
  | { kind: 'switch' }
  | { kind: 'text' };

/** One setting: its name on a command line, its words on the page, and how it is read and written. */
export interface SettingRow {
  /** As in `--set name=value`. */
  name: string;
  place: SettingPlace;
  /** A few words that name it, with its unit. */
  title: string;
  /** `seconds`, `score, 0-1`; empty for none. */
  unit: string;
  /** What it does, in a sentence. */
  help: string;
  /** Where its default comes from. */
  source: string;
  form: SettingKind;
  read: (settings: SurveySettings) => string;
  /** @throws RangeError that names the setting */
  write: (settings: SurveySettings, text: string) => SurveySettings;
}

type Words = Pick<SettingRow, 'name' | 'place' | 'title' | 'unit' | 'help' | 'source'>;

/** A group of settings and one of its parts: where a row reads and writes. */
interface Part<Value> {
  get: (settings: SurveySettings) => Value;
  set: (settings: SurveySettings, value: Value) => SurveySettings;
}

/** The settings that have parts of their own. */
type GroupName = Exclude<keyof SurveySettings, 'gapSeconds' | 'utcOffset' | 'clocks' | 'stations'>;

/** A part of a group such as `gate.person`. */
export function partOf<Group extends GroupName, Name extends keyof SurveySettings[Group]>(
  group: Group,
  name: Name,
): Part<SurveySettings[Group][Name]> {
  return {
    get: (settings) => settings[group][name],
    set: (settings, value) => ({ ...settings, [group]: { ...settings[group], [name]: value } }),
  };
}

/** A setting that is in no group. */
export function whole<Name extends keyof SurveySettings>(name: Name): Part<SurveySettings[Name]> {
  return {
    get: (settings) => settings[name],
    set: (settings, value) => ({ ...settings, [name]: value }),
  };
}

type NumberForm = Omit<Extract<SettingKind, { kind: 'number' }>, 'kind'>;

function parseNumber(name: string, text: string, { least, most, empty }: NumberForm): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < least || value > most) {
    const or = empty === undefined ? '' : `, or "${empty}"`;
    throw new RangeError(`Setting "${name}" must be a number from ${least} to ${most}${or}, not "${text}".`);
  }
  return value;
}

/** A number that always has a value. */
export function numberRow(words: Words, form: NumberForm, part: Part<number>): SettingRow {
  return {
    ...words,
    form: { kind: 'number', ...form },
    read: (settings) => String(part.get(settings)),
    write: (settings, text) => part.set(settings, parseNumber(words.name, text, form)),
  };
}

/** A number that may be left to the model, or left out. */
export function optionalNumberRow(
  words: Words,
  form: NumberForm & { empty: 'model' | 'none' },
  part: Part<number | null>,
): SettingRow {
  return {
    ...words,
    form: { kind: 'number', ...form },
    read: (settings) => part.get(settings)?.toString() ?? form.empty,
    write: (settings, text) =>
      part.set(settings, text.trim() === form.empty ? null : parseNumber(words.name, text, form)),
  };
}

/** One of several words. */
export function choiceRow<Value extends string>(
  words: Words,
  choices: readonly { value: Value; text: string }[],
  part: Part<Value>,
): SettingRow {
  return {
    ...words,
    form: { kind: 'choice', choices },
    read: (settings) => part.get(settings),
    write: (settings, text) => {
      const chosen = choices.find(({ value }) => value === text.trim());
      if (chosen) return part.set(settings, chosen.value);
      const known = choices.map(({ value }) => value).join(', ');
      throw new RangeError(`Setting "${words.name}" must be one of ${known}, not "${text}".`);
    },
  };
}

/** On or off. */
export function switchRow(words: Words, part: Part<boolean>): SettingRow {
  return {
    ...words,
    form: { kind: 'switch' },
    read: (settings) => (part.get(settings) ? 'on' : 'off'),
    write: (settings, text) => {
      if (text === 'on' || text === 'off') return part.set(settings, text === 'on');
      throw new RangeError(`Setting "${words.name}" must be on or off, not "${text}".`);
    },
  };
}

/** Any text, of several lines. */
export function textRow(words: Words, part: Part<string>): SettingRow {
  return { ...words, form: { kind: 'text' }, read: part.get, write: part.set };
}
