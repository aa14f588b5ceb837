import { saveText } from '../../platform/saveFile.ts';
import { rawSurvey } from '../../storage/rawSurvey.ts';

/** Saves what is kept of a survey as it lies in the database, whether it can be read or not. */
export async function saveRawSurvey(surveyId: string): Promise<void> {
  saveText('survey.json', await rawSurvey(surveyId), 'application/json');
}
