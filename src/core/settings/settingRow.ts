import type { SurveySettings } from './surveySettings.ts';

/** The part of the page where a setting stands, beside what it changes. */
export type SettingPlace =
  'sequences' | 'events' | 'clocks' | 'rules' | 'species' | 'gate' | 'triage' | 'repeats' | 'trust';

/** The value of a setting: where it lies in the settings of a survey, and which values it can have. */
interface SettingValue<Value> {
  /** The part of the settings that it lies in: the stages that follow from that part follow from it. */
  part: keyof SurveySettings;
  get: (settings: SurveySettings) => Value;
  set: (settings: SurveySettings, value: Value) => SurveySettings;
  /** Whether it can have a value, which may come from any file or database. */
  accepts: (value: unknown) => value is Value;
}

/** How a setting is asked for, with its value; null is no number, or no text. */
export type SettingForm =
  /** `empty` is the word for no number, and `emptyMeans` says what that does. */
  | ({
      kind: 'number';
      least: number;
      most: number;
      step: number;
      empty?: 'model' | 'none';
      emptyMeans?: string;
    } & SettingValue<number | null>)
  | ({ kind: 'choice'; choices: readonly { value: string; text: string }[] } & SettingValue<string>)
  | ({ kind: 'switch' } & SettingValue<boolean>)
  /** `lines` of text, or one that looks like `example`. */
  | ({ kind: 'text'; lines: boolean; example: string } & SettingValue<string | null>);

/**
 * One setting: the one place that a form, a command line, a file and the stages read it from. A new one is a row here,
 * its value with its default where it is used, and its words in the other languages.
 */
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
  form: SettingForm;
  /** As on a command line. */
  read: (settings: SurveySettings) => string;
  /** From a command line. @throws RangeError that names the setting */
  write: (settings: SurveySettings, text: string) => SurveySettings;
}

type Words = Pick<SettingRow, 'name' | 'place' | 'title' | 'unit' | 'help' | 'source'>;

/** A group of settings and one of its parts: where a row reads and writes. */
type Part<Value> = Pick<SettingValue<Value>, 'part' | 'get' | 'set'>;

/** The settings that have parts of their own. */
type GroupName = Exclude<keyof SurveySettings, 'gapSeconds' | 'utcOffset' | 'clocks' | 'stations'>;

/** A part of a group such as `gate.person`. */
export function partOf<Group extends GroupName, Name extends keyof SurveySettings[Group]>(
  group: Group,
  name: Name,
): Part<SurveySettings[Group][Name]> {
  return {
    part: group,
    get: (settings) => settings[group][name],
    set: (settings, value) => ({ ...settings, [group]: { ...settings[group], [name]: value } }),
  };
}

/** A setting that is in no group. */
export function whole<Name extends keyof SurveySettings>(name: Name): Part<SurveySettings[Name]> {
  return {
    part: name,
    get: (settings) => settings[name],
    set: (settings, value) => ({ ...settings, [name]: value }),
  };
}

type NumberForm = Pick<Extract<SettingForm, { kind: 'number' }>, 'least' | 'most' | 'step' | 'emptyMeans'>;

const isWithin = (value: unknown, { least, most }: NumberForm): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most;

function parseNumber(name: string, text: string, form: NumberForm, empty?: string): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (isWithin(value, form)) return value;
  const or = empty === undefined ? '' : `, or "${empty}"`;
  throw new RangeError(
    `Setting "${name}" must be a number from ${form.least} to ${form.most}${or}, not "${text}".`,
  );
}

/** A number that always has a value. */
export function numberRow(words: Words, form: NumberForm, part: Part<number>): SettingRow {
  return {
    ...words,
    form: {
      kind: 'number',
      ...form,
      ...{ part: part.part, get: part.get },
      set: (settings, value) => (value === null ? settings : part.set(settings, value)),
      accepts: (value): value is number | null => isWithin(value, form),
    },
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
    form: {
      kind: 'number',
      ...form,
      ...part,
      accepts: (value): value is number | null => value === null || isWithin(value, form),
    },
    read: (settings) => part.get(settings)?.toString() ?? form.empty,
    write: (settings, text) =>
      part.set(settings, text.trim() === form.empty ? null : parseNumber(words.name, text, form, form.empty)),
  };
}

/** One of several words. */
export function choiceRow<Value extends string>(
  words: Words,
  choices: readonly { value: Value; text: string }[],
  part: Part<Value>,
): SettingRow {
  const accepts = (value: unknown): value is Value => choices.some((choice) => choice.value === value);
  const known = choices.map(({ value }) => value).join(', ');
  return {
    ...words,
    form: {
      kind: 'choice',
      ...{ choices, part: part.part, get: part.get, accepts },
      set: (settings, value) => (accepts(value) ? part.set(settings, value) : settings),
    },
    read: part.get,
    write: (settings, text) => {
      const value = text.trim();
      if (accepts(value)) return part.set(settings, value);
      throw new RangeError(`Setting "${words.name}" must be one of ${known}, not "${text}".`);
    },
  };
}

/** On or off. */
export function switchRow(words: Words, part: Part<boolean>): SettingRow {
  return {
    ...words,
    form: { kind: 'switch', ...part, accepts: (value) => typeof value === 'boolean' },
    read: (settings) => (part.get(settings) ? 'on' : 'off'),
    write: (settings, text) => {
      if (text === 'on' || text === 'off') return part.set(settings, text === 'on');
      throw new RangeError(`Setting "${words.name}" must be on or off, not "${text}".`);
    },
  };
}

/** Any text, of several lines. */
export function textRow(words: Words, part: Part<string>): SettingRow {
  return {
    ...words,
    form: {
      kind: 'text',
      ...{ lines: true, example: '', part: part.part, get: part.get },
      set: (settings, value) => part.set(settings, value ?? ''),
      accepts: (value) => typeof value === 'string',
    },
    read: part.get,
    write: part.set,
  };
}

/** A line of text that is like its example, or none. @param isLike judges a text without blanks around it */
export function lineRow(
  words: Words,
  { example, isLike }: { example: string; isLike: (text: string) => boolean },
  part: Part<string | null>,
): SettingRow {
  return {
    ...words,
    form: {
      kind: 'text',
      ...{ lines: false, example, ...part },
      accepts: (value): value is string | null =>
        value === null || (typeof value === 'string' && value === value.trim() && isLike(value)),
    },
    read: (settings) => part.get(settings) ?? 'none',
    write: (settings, text) => {
      const value = text.trim();
      if (value === '' || value === 'none') return part.set(settings, null);
      if (isLike(value)) return part.set(settings, value);
      throw new RangeError(`Setting "${words.name}" must be like ${example}, or "none", not "${text}".`);
    },
  };
}
