import type { Messages } from './english.ts';
import type { Formats } from './formats.ts';
import { chartsInSpanish } from './spanish/charts.ts';
import { labelsInSpanish } from './spanish/labels.ts';
import { modelsInSpanish } from './spanish/models.ts';
import { runInSpanish } from './spanish/run.ts';
import { shellInSpanish } from './spanish/shell.ts';
import { startInSpanish } from './spanish/start.ts';
import { surveyInSpanish } from './spanish/survey.ts';
import { understandInSpanish } from './spanish/understand.ts';

/** Every text of the app in Spanish. */
export const inSpanish = (f: Formats): Messages => ({
  labels: labelsInSpanish(),
  shell: shellInSpanish(f),
  start: startInSpanish(),
  run: runInSpanish(f),
  survey: surveyInSpanish(),
  models: modelsInSpanish(f),
  charts: chartsInSpanish(f),
  understand: understandInSpanish(f),
});
