import { camtrapDp } from './camtrapDp/index.ts';
import { cocoCameraTraps } from './cocoCameraTraps/index.ts';
import { darwinCore } from './darwinCore/index.ts';
import type { ExportFormat } from './exportFormat.ts';
import { gallery } from './gallery/index.ts';
import { hakunaMaData } from './hakunaMaData/index.ts';
import { megaDetector } from './megaDetector/index.ts';
import { probabilities } from './probabilities/index.ts';
import { project } from './project/index.ts';
import { recordTable } from './recordTable/index.ts';
import { share } from './share/index.ts';
import { sortingLists } from './sortingLists/index.ts';
import { speciesNet, speciesNet5 } from './speciesNet/index.ts';
import { tables } from './tables/index.ts';
import { wildlifeInsights } from './wildlifeInsights/index.ts';
import { zooniverse } from './zooniverse/index.ts';

/**
 * Everything the app writes and reads, in the order in which it is offered. Each format is a folder; another one is a
 * folder and a line here, and its words.
 */
export const formats = [
  tables,
  megaDetector,
  speciesNet,
  speciesNet5,
  camtrapDp,
  wildlifeInsights,
  zooniverse,
  hakunaMaData,
  probabilities,
  darwinCore,
  cocoCameraTraps,
  recordTable,
  gallery,
  sortingLists,
  share,
  project,
] as const;

type AnyFormat = (typeof formats)[number];
export type ExportTarget = AnyFormat['name'];
export type ExportField = AnyFormat['fields'][number];
export type ExportFieldName = ExportField['name'];
export type ExportChoiceValue = Extract<ExportField, { kind: 'choice' }>['values'][number];

/** @throws RangeError where there is no format of that name */
export function formatNamed(name: string): ExportFormat {
  const format = formats.find((each) => each.name === name);
  if (!format) {
    throw new RangeError(`no export named ${name}; there are ${formats.map((each) => each.name).join(', ')}`);
  }
  return format;
}
