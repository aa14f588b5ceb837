import { photosCsv } from '../core/formats/photosCsv.ts';
import { sequencesCsv } from '../core/formats/sequencesCsv.ts';
import type { SurveyState } from './surveyState.svelte.ts';

/** Every file the app can write, by name, made from the survey as it is now. */
const writers: Record<string, (survey: SurveyState) => string> = {
  'photos.csv': (survey) =>
    photosCsv({
      photos: survey.decisions.placement.photos,
      sequences: survey.sequences,
      thresholds: survey.thresholds,
      manifest: survey.manifest,
    }),
  'sequences.csv': (survey) => sequencesCsv(survey.sequences),
};

export function exportNames(): string[] {
  return Object.keys(writers);
}

/** @throws RangeError when there is no export of that name */
export function exportFile(name: string, survey: SurveyState): string {
  const write = writers[name];
  if (!write) throw new RangeError(`no export named ${name}; there are ${exportNames().join(', ')}`);
  return write(survey);
}
