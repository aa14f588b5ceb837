import type { Messages } from './english.ts';
import type { Formats } from './formats.ts';
import { chartsInSpanish } from './spanish/charts.ts';
import { labelsInSpanish } from './spanish/labels.ts';
import { shellInSpanish } from './spanish/shell.ts';
import { understandInSpanish } from './spanish/understand.ts';

/** Every text of the app in Spanish. */
export const inSpanish = (f: Formats): Messages => ({
  labels: labelsInSpanish(),
  shell: shellInSpanish(f),
  charts: chartsInSpanish(f),
  understand: understandInSpanish(f),
});
