import type { Formats } from '../formats.ts';
import { cameraDataInEnglish } from './cameraData.ts';
import { chartsInEnglish } from './charts.ts';
import { decisionsInEnglish } from './decisions.ts';
import { exportsInEnglish } from './exports.ts';
import { catalogueInEnglish } from './modelCatalogue.ts';
import type { importsInEnglish } from './imports.ts';
import { sheetInEnglish } from './sheet.ts';
import { settingsInEnglish } from './settings.ts';
import { surveysInEnglish } from './surveys.ts';
import { understandInEnglish } from './understand.ts';

/** The texts of pages that are loaded when they are asked for: they would only delay the first photo. */
export const lateInEnglish = (f: Formats) => ({
  charts: chartsInEnglish(f),
  understand: understandInEnglish(f),
  surveys: surveysInEnglish(f),
  decisions: decisionsInEnglish(f),
  exports: exportsInEnglish(f),
  catalogue: catalogueInEnglish,
  settings: settingsInEnglish(),
  sheet: sheetInEnglish(f),
  cameraData: cameraDataInEnglish(f),
});

/** With the texts of imports, which come with their own dialog. */
export type LateMessages = ReturnType<typeof lateInEnglish> & {
  imports: ReturnType<typeof importsInEnglish>;
};
