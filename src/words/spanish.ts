import type { Messages } from './english.ts';
import type { LateMessages } from './english/late.ts';
import type { Formats } from './formats.ts';
import { cameraDataInSpanish } from './spanish/cameraData.ts';
import { chartsInSpanish } from './spanish/charts.ts';
import { decisionsInSpanish } from './spanish/decisions.ts';
import { exportsInSpanish } from './spanish/exports.ts';
import { importsInSpanish } from './spanish/imports.ts';
import { labelsInSpanish } from './spanish/labels.ts';
import { catalogueInSpanish } from './spanish/modelCatalogue.ts';
import { modelsInSpanish } from './spanish/models.ts';
import { recipesInSpanish } from './spanish/recipes.ts';
import { reviewInSpanish } from './spanish/review.ts';
import { runInSpanish } from './spanish/run.ts';
import { settingsInSpanish } from './spanish/settings.ts';
import { shareInSpanish } from './spanish/share.ts';
import { sheetInSpanish } from './spanish/sheet.ts';
import { shellInSpanish } from './spanish/shell.ts';
import { startInSpanish } from './spanish/start.ts';
import { storageInSpanish } from './spanish/storage.ts';
import { surveyInSpanish } from './spanish/survey.ts';
import { surveysInSpanish } from './spanish/surveys.ts';
import { understandInSpanish } from './spanish/understand.ts';

/** Every text of the app in Spanish. */
export const inSpanish = (f: Formats): Messages => ({
  labels: labelsInSpanish(),
  shell: shellInSpanish(f),
  start: startInSpanish(),
  run: runInSpanish(f),
  storage: storageInSpanish(f),
  survey: surveyInSpanish(f),
  models: modelsInSpanish(f),
  recipes: recipesInSpanish(f),
  share: shareInSpanish(f),
  review: reviewInSpanish(f),
});

/** The texts of pages that are loaded when they are asked for. */
export const lateInSpanish = (f: Formats): LateMessages => ({
  charts: chartsInSpanish(f),
  understand: understandInSpanish(f),
  surveys: surveysInSpanish(f),
  decisions: decisionsInSpanish(f),
  exports: exportsInSpanish(f),
  catalogue: catalogueInSpanish,
  settings: settingsInSpanish(),
  sheet: sheetInSpanish(f),
  cameraData: cameraDataInSpanish(f),
  imports: importsInSpanish(f),
});
