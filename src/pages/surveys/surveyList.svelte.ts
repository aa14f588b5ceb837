import type { Survey } from '../../core/survey/survey.ts';
import {
  keepSurveyChanges,
  loadSurveys,
  measureSurvey,
  type SurveySize,
} from '../../storage/surveyRepository.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';

/** A kept survey and how much it holds. */
export interface ListedSurvey {
  survey: Survey;
  size: SurveySize;
}

/** All surveys of this browser, newest first; the open one among them. */
export class SurveyList {
  #all = $state.raw<readonly ListedSurvey[]>([]);
  /** False until they are counted for the first time. */
  isRead = $state(false);
  readonly #app: Fieldsift;

  constructor(app: Fieldsift) {
    this.#app = app;
  }

  get all(): readonly ListedSurvey[] {
    return this.#all;
  }

  /** Reads and counts them again. */
  async read(): Promise<void> {
    const surveys = await loadSurveys();
    this.#all = await Promise.all(
      surveys.map(async (survey) => ({ survey, size: await measureSurvey(survey.id) })),
    );
    this.isRead = true;
  }

  /** Gives a survey another name; an empty one changes nothing. */
  async rename({ survey }: ListedSurvey, name: string): Promise<void> {
    const trimmed = name.trim();
    if (trimmed === '' || trimmed === survey.name) return;
    if (survey.id === this.#openId) {
      await this.#app.survey.store.change((open) => ({ ...open, name: trimmed }));
    } else {
      await keepSurveyChanges(survey, { ...survey, name: trimmed });
      this.#app.tabs.tell(survey.id, 'survey');
    }
    await this.read();
  }

  /** Deletes a survey for good. */
  async delete({ survey }: ListedSurvey): Promise<void> {
    if (survey.id === this.#openId) await this.#app.deleteSurvey();
    else await this.#app.deleteOther(survey);
    await this.read();
  }

  get #openId(): string | undefined {
    return this.#app.survey.survey?.id;
  }
}
