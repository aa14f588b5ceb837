import { expect, test } from 'vitest';
import { changeSettings, settingsByName } from '../../src/core/settings/changeSettings.ts';
import { settingTable } from '../../src/core/settings/settingTable.ts';
import { defaultSettings } from '../../src/core/settings/surveySettings.ts';
import { settingsHelp } from './settingsHelp.ts';

test('names every setting, its default and where that comes from', () => {
  const help = settingsHelp();
  for (const { name, source } of settingTable) {
    expect(help).toContain(`${name}=`);
    expect(help).toContain(source);
  }
});

test('every setting as it is named can be given again', () => {
  const changed = changeSettings(defaultSettings, {
    gap: '10',
    'sequence.longest': '600',
    'gate.person': '0.05',
    'species.checklist': 'red fox\nFelidae',
    zone: '-07:00',
    'clock.Ridge/Card 1.offset': '3600',
    'clock.Ridge/Card 1.year': '1/2020-06-04T18:32:05',
    'clock.Ridge.swap': 'on',
    'clock.Ridge.drift': '2021-06-01T12:00:00/2021-06-01T12:00:00,2021-07-01T12:00:00/2021-07-01T12:05:00',
    'clock.Creek.zone': '+02:00,2021-10-31T03:00:00/+01:00',
    'clock.Creek.saving': '2021-10-31T03:00:00/-3600',
    stations: '[["deployment","station","latitude","longitude"],["Ridge","North","33.5","-117.25"]]',
  });
  expect(Object.keys(changed.clocks)).toEqual(['Creek', 'Ridge', 'Ridge/Card 1']);
  expect(changeSettings(defaultSettings, settingsByName(changed))).toEqual(changed);
});

test.each([
  [{ 'clock.Ridge.offset': 'soon' }, '"clock.Ridge.offset": Give the offset as a number'],
  [{ 'clock.Ridge.lag': '1' }, 'must end in one of swap, year, offset, drift, zone, saving'],
  [{ 'clock.Ridge.zone': 'Rome' }, '"Rome" is no offset from UTC'],
  [{ 'clock.Ridge.drift': '2021-06-01T12:00:00' }, 'is not two values'],
  [{ zone: 'Rome' }, '"zone" must be like +02:00'],
  [{ 'sequence.preset': 'nobody' }, 'must be one of animl'],
  [{ 'gate.vehicles': 'yes' }, 'must be on or off'],
  [{ 'rule.animal': 'median' }, 'must be one of mean'],
  [{ stations: 'Ridge' }, '"stations" must be a list'],
])('%j is refused', (changes, message) => {
  expect(() => changeSettings(defaultSettings, changes as Record<string, string>)).toThrow(message);
});
