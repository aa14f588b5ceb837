import { describe, expect, it } from 'vitest';
import { changeSettings, settingsByName } from '../../src/core/settings/changeSettings.ts';
import { clockPartNames } from '../../src/core/settings/clockSettings.ts';
import type { SettingRow } from '../../src/core/settings/settingRow.ts';
import { settingTable } from '../../src/core/settings/settingTable.ts';
import { defaultSettings, type SurveySettings } from '../../src/core/settings/surveySettings.ts';
import { sequencePresets } from '../../src/core/decisions/sequence/sequencePreset.ts';
import { noClockCorrection } from '../../src/core/time/clockCorrection.ts';
import { parseSiftArguments } from './arguments.ts';

/** A value that the setting can have and that is not its default. */
function otherThan({ form, read }: SettingRow): string {
  const standard = read(defaultSettings);
  switch (form.kind) {
    case 'number':
      return [form.least, form.most].map(String).find((value) => value !== standard) ?? '';
    case 'choice':
      return form.choices.map(({ value }) => value).find((value) => value !== standard) ?? '';
    case 'switch':
      return standard === 'on' ? 'off' : 'on';
    case 'text':
      return standard === 'none' ? '-07:00' : 'red fox\nFelidae = gatos';
  }
}

/** Every value in the settings by its place, such as `gate.person`; lists and clocks as a whole. */
function leaves(settings: SurveySettings): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const walk = (value: unknown, place: string): void => {
    const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
    const parts = isGroup ? Object.entries(value) : [];
    if (parts.length === 0) found.set(place, value);
    for (const [name, part] of parts) walk(part, place === '' ? name : `${place}.${name}`);
  };
  walk(settings, '');
  return found;
}

/** What `npm run sift -- photos --set …` makes of settings by name. */
function bySift(changes: Record<string, string>): SurveySettings {
  const pairs = Object.entries(changes).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
  return changeSettings(
    defaultSettings,
    parseSiftArguments(['photos', '--out', 'results', ...pairs]).settings,
  );
}

function changedBy(changes: Record<string, string>): string[] {
  const after = leaves(bySift(changes));
  return [...leaves(defaultSettings)].flatMap(([place, value]) =>
    JSON.stringify(after.get(place)) === JSON.stringify(value) ? [] : [place],
  );
}

const clocks: Record<string, string> = {
  'clock.Ridge/Card 1.swap': 'on',
  'clock.Ridge/Card 1.year': '-2/2020-06-04T18:32:05',
  'clock.Ridge/Card 1.offset': '-5400',
  'clock.Ridge/Card 1.drift':
    '2021-06-01T12:00:00/2021-06-01T12:00:00,2021-07-01T12:00:00/2021-07-01T12:05:00',
  'clock.Ridge/Card 1.zone': '+02:00,2021-10-31T03:00:00/+01:00',
  'clock.Ridge/Card 1.saving': '2021-10-31T03:00:00/-3600,2022-03-27T02:00:00/3600',
};
const stations = '[["deployment","station","latitude","longitude"],["Ridge","North","33.5","-117.25"]]';

describe('--set', () => {
  it.each(settingTable.map((row) => [row.name, row] as const))(
    'reaches %s, and nothing else',
    (name, row) => {
      const value = otherThan(row);
      expect(changedBy({ [name]: value })).toHaveLength(1);
      expect(settingsByName(bySift({ [name]: value }))[name]).toBe(value);
    },
  );

  it('reaches every value that there is to set', () => {
    const reached = settingTable.flatMap((row) => changedBy({ [row.name]: otherThan(row) }));
    const all = [...leaves(defaultSettings).keys()].filter(
      (place) => place !== 'clocks' && place !== 'stations',
    );
    expect(reached.sort()).toEqual(all.sort());
    expect(bySift({ stations }).stations).toHaveLength(1);
  });

  it('reaches every part of a clock’s correction', () => {
    expect(Object.keys(clocks).map((name) => name.split('.').at(-1))).toEqual(clockPartNames);
    const correction = bySift(clocks).clocks['Ridge/Card 1'];
    const parts = Object.entries(noClockCorrection) as [keyof typeof noClockCorrection, unknown][];
    for (const [part, nothing] of parts) expect(correction?.[part], part).not.toEqual(nothing);
  });

  it.each(sequencePresets.map(({ id, gapSeconds, measuredFrom }) => [id, gapSeconds, measuredFrom] as const))(
    'groups as %s does: %i s from the %s photo',
    (id, gapSeconds, measuredFrom) => {
      expect(bySift({ 'sequence.preset': id })).toMatchObject({ gapSeconds, grouping: { measuredFrom } });
    },
  );

  it('takes all at once, and what is written down of them makes the same again', () => {
    const each = Object.fromEntries(settingTable.map((row) => [row.name, otherThan(row)]));
    const all = bySift({ ...each, ...clocks, stations });
    expect(settingsByName(all)).toMatchObject({ ...each, ...clocks });
    expect(bySift(settingsByName(all))).toEqual(all);
  });
});
