import { chartsInEnglish } from './english/charts.ts';
import { labelsInEnglish } from './english/labels.ts';
import { modelsInEnglish } from './english/models.ts';
import { runInEnglish } from './english/run.ts';
import { shellInEnglish } from './english/shell.ts';
import { startInEnglish } from './english/start.ts';
import { surveyInEnglish } from './english/survey.ts';
import { understandInEnglish } from './english/understand.ts';
import type { Formats } from './formats.ts';

/** Every text of the app in English; what a translation has to hold. */
export const inEnglish = (f: Formats) => ({
  labels: labelsInEnglish(),
  shell: shellInEnglish(f),
  start: startInEnglish(),
  run: runInEnglish(f),
  survey: surveyInEnglish(),
  models: modelsInEnglish(f),
  charts: chartsInEnglish(f),
  understand: understandInEnglish(f),
});

/** The catalogue of one language. A text that a translation lacks is an error of types. */
export type Messages = ReturnType<typeof inEnglish>;
