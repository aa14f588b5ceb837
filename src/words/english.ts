import { labelsInEnglish } from './english/labels.ts';
import { modelsInEnglish } from './english/models.ts';
import { recipesInEnglish } from './english/recipes.ts';
import { reviewInEnglish } from './english/review.ts';
import { runInEnglish } from './english/run.ts';
import { shareInEnglish } from './english/share.ts';
import { shellInEnglish } from './english/shell.ts';
import { startInEnglish } from './english/start.ts';
import { storageInEnglish } from './english/storage.ts';
import { surveyInEnglish } from './english/survey.ts';
import type { Formats } from './formats.ts';

/** Every text of the app in English; what a translation has to hold. */
export const inEnglish = (f: Formats) => ({
  labels: labelsInEnglish(),
  shell: shellInEnglish(f),
  start: startInEnglish(),
  run: runInEnglish(f),
  storage: storageInEnglish(f),
  survey: surveyInEnglish(f),
  models: modelsInEnglish(f),
  recipes: recipesInEnglish(f),
  share: shareInEnglish(f),
  review: reviewInEnglish(f),
});

/** The catalogue of one language. A text that a translation lacks is an error of types. */
export type Messages = ReturnType<typeof inEnglish>;
