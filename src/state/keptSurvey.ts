import type { Survey } from '../core/survey/survey.ts';
import { saveSurvey } from '../storage/surveyRepository.ts';
import type { SurveyState } from './surveyState.svelte.ts';

/** Changes the open survey and keeps it so; without one nothing happens. */
export function changeSurvey(state: SurveyState, change: (survey: Survey) => Survey): Promise<void> {
  if (!state.survey) return Promise.resolve();
  const changed = change(state.survey);
  state.replaceSurvey(changed);
  return saveSurvey(changed);
}
