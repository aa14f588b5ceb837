import { sequencePresets, type SequencePreset } from '../decisions/sequence/sequencePreset.ts';
import { parseStationRows, serialiseStationRows } from './stationTableRows.ts';
import { changeClock, clocksByName } from './clockSettings.ts';
import { findSetting, settingTable } from './settingTable.ts';
import type { SurveySettings } from './surveySettings.ts';

/** Groups photos as another program does. */
export function withPreset(
  settings: SurveySettings,
  { gapSeconds, measuredFrom }: SequencePreset,
): SurveySettings {
  return { ...settings, gapSeconds, grouping: { ...settings.grouping, measuredFrom } };
}

/** @throws RangeError when there is no such preset */
function presetOf(id: string): SequencePreset {
  const preset = sequencePresets.find((one) => one.id === id);
  if (preset) return preset;
  const known = sequencePresets.map((one) => one.id).join(', ');
  throw new RangeError(`Setting "sequence.preset" must be one of ${known}, not "${id}".`);
}

/** The table of stations from lines of cells, headings first, as JSON; `none` for stations named after their folders. */
function withStations(settings: SurveySettings, text: string): SurveySettings {
  if (text.trim() === 'none') return { ...settings, stations: [] };
  const { table, problems } = parseStationRows(readLines(text));
  const [problem] = problems;
  if (problem) throw new RangeError(`Setting "stations", row ${problem.row}: ${problem.text}`);
  return { ...settings, stations: table };
}

function readLines(text: string): string[][] {
  try {
    const lines: unknown = JSON.parse(text);
    if (Array.isArray(lines) && lines.every((line) => Array.isArray(line))) {
      return lines.map((line: unknown[]) => line.map(String));
    }
  } catch {
    // Said below, with what is wanted instead.
  }
  throw new RangeError('Setting "stations" must be a list of lines as JSON, headings first, or "none".');
}

function changeOne(settings: SurveySettings, name: string, text: string): SurveySettings {
  const row = findSetting(name);
  if (row) return row.write(settings, text);
  if (name === 'sequence.preset') return withPreset(settings, presetOf(text));
  if (name === 'stations') return withStations(settings, text);
  const changed = changeClock(settings, name, text);
  if (changed) return changed;
  const known = ['sequence.preset', ...settingTable.map((one) => one.name), 'clock.<deployment>.<part>'];
  throw new RangeError(`Unknown setting "${name}". Known settings: ${known.join(', ')}.`);
}

/**
 * Settings with some of them changed by name, in the order given: what a command line or a script asks for. The page
 * changes settings by their values.
 *
 * @throws RangeError that names the setting when it is unknown or out of range; nothing is changed then
 */
export function changeSettings(
  settings: SurveySettings,
  changes: Readonly<Record<string, string>>,
): SurveySettings {
  let changed = settings;
  for (const [name, text] of Object.entries(changes)) changed = changeOne(changed, name, text);
  return changed;
}

/** Every setting by name, so that `changeSettings` makes the same settings of it again. */
export function settingsByName(settings: SurveySettings): Record<string, string> {
  const named = Object.fromEntries(settingTable.map((row) => [row.name, row.read(settings)]));
  const stations =
    settings.stations.length === 0
      ? {}
      : { stations: JSON.stringify(serialiseStationRows(settings.stations)) };
  return { ...named, ...clocksByName(settings), ...stations };
}
