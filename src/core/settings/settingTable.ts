import { ruleRows, speciesRows, triageRows } from './decisionRows.ts';
import { gateRows, repeatRows, trustRows } from './gateRows.ts';
import { clockRows, eventRows, sequenceRows } from './sequenceRows.ts';
import type { SettingPlace, SettingRow } from './settingRow.ts';

/** Every setting with one name and one value, in the order in which they act. */
export const settingTable: readonly SettingRow[] = [
  ...clockRows,
  ...sequenceRows,
  ...repeatRows,
  ...ruleRows,
  ...speciesRows,
  ...gateRows,
  ...triageRows,
  ...eventRows,
  ...trustRows,
];

const byName = new Map(settingTable.map((row) => [row.name, row]));

export function findSetting(name: string): SettingRow | null {
  return byName.get(name) ?? null;
}

/** The settings that stand together beside what they change. */
export function settingsAt(place: SettingPlace): SettingRow[] {
  return settingTable.filter((row) => row.place === place);
}
