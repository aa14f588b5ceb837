import { clockPartNames } from '../../src/core/settings/clockSettings.ts';
import { settingTable } from '../../src/core/settings/settingTable.ts';
import type { SettingForm } from '../../src/core/settings/settingRow.ts';
import { defaultSettings } from '../../src/core/settings/surveySettings.ts';
import { sequencePresets } from '../../src/core/decisions/sequence/sequencePreset.ts';

function formWords(form: SettingForm): string {
  switch (form.kind) {
    case 'number':
      return `${form.least} to ${form.most}${form.empty === undefined ? '' : `, or ${form.empty}`}`;
    case 'choice':
      return form.choices.map(({ value }) => value).join(', ');
    case 'switch':
      return 'on, off';
    case 'text':
      return 'text';
  }
}

/** Every setting that --set reaches: its values, its unit, its default and where that comes from. */
export function settingsHelp(): string {
  const rows = settingTable.map(({ name, title, unit, help, source, form, read }) => {
    const standard = read(defaultSettings) || 'empty';
    return [
      `${name}=${formWords(form)}`,
      `    ${title}${unit === '' ? '' : ` (${unit})`}. ${help}`,
      `    Default ${standard}: ${source}.`,
    ].join('\n');
  });
  const presets = sequencePresets.map(({ id, name, gapSeconds, measuredFrom, source }) => {
    return `    ${id}: ${name}, ${gapSeconds} s from the ${measuredFrom} photo (${source})`;
  });
  return `${[
    ...rows,
    `sequence.preset=${sequencePresets.map(({ id }) => id).join(', ')}`,
    '    Groups photos as another program does:',
    ...presets,
    `clock.FOLDER.PART, where PART is one of ${clockPartNames.join(', ')}`,
    '    What is wrong with the clock of a deployment, such as',
    '    clock.Ridge/Card 1.offset=3600           seconds to add',
    '    clock.Ridge.year=1/2020-06-04T18:32:05   years to add, and a time at which day and month are right',
    '    clock.Ridge.swap=on                      day and month in each other’s place',
    '    clock.Ridge.drift=2021-06-01T12:00:00/2021-06-01T12:00:00,2021-07-01T12:00:00/2021-07-01T12:05:00',
    '                                             two points, each the camera’s time and the true one',
    '    clock.Ridge.zone=+02:00,2021-10-31T03:00:00/+01:00   offset from UTC, and the camera’s own changes of it',
    '    clock.Ridge.saving=2021-10-31T03:00:00/-3600         the clocks of the place, changed by so many seconds',
    'stations=JSON, a list of lines with headings first; --stations reads it from a CSV file',
  ].join('\n')}\n`;
}
