import type { SavedProject } from '../../core/survey/backup.ts';
import { recall, remember } from '../../platform/remembered.ts';
import { now } from '../survey/now.ts';

const keyOf = (surveyId: string): string => `fieldsift.saved.${surveyId}`;

/** When each survey was last saved as a project file, across visits. */
class SavedProjects {
  #changes = $state(0);

  of(surveyId: string): SavedProject | null {
    // Asked for first, so that the caller follows what is saved later.
    const text = this.#changes >= 0 ? recall(keyOf(surveyId)) : null;
    if (text === null) return null;
    const [at = '', reviews = ''] = text.split(' ');
    return { at, reviews: Number(reviews) || 0 };
  }

  /** @param reviews that the file holds */
  add(surveyId: string, reviews: number): void {
    remember(keyOf(surveyId), `${now()} ${reviews}`);
    this.#changes += 1;
  }
}

/** One for the whole page, as the browser's memory is. */
export const savedProjects = new SavedProjects();
