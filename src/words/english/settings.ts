import { settingTable } from '../../core/settings/settingTable.ts';

/** What a setting is called, what it does, and where its default comes from. */
export interface SettingWords {
  title: string;
  /** Left out where there is none. */
  unit?: string;
  help: string;
  source: string;
  /** What no number means, where a number may be left out. */
  emptyMeans?: string;
  /** The choices by their values. */
  choices?: Readonly<Record<string, string>>;
}

/** By the setting's name. In English they stand beside the settings themselves, for the command line too. */
export const settingsInEnglish = (): Readonly<Record<string, SettingWords>> =>
  Object.fromEntries(
    settingTable.map(({ name, title, unit, help, source, form }): [string, SettingWords] => [
      name,
      {
        title,
        ...(unit === '' ? {} : { unit }),
        ...{ help, source },
        ...(form.kind === 'number' && form.emptyMeans !== undefined ? { emptyMeans: form.emptyMeans } : {}),
        ...(form.kind === 'choice'
          ? { choices: Object.fromEntries(form.choices.map(({ value, text }) => [value, text])) }
          : {}),
      },
    ]),
  );
