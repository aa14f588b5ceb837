import type { Media } from '../../core/photos/media.ts';
import { retryMedia } from '../../storage/mediaRepository.ts';
import type { SurveyState } from '../survey/surveyState.svelte.ts';
import type { FolderAccess } from './folderAccess.ts';
import type { RunState } from './runState.svelte.ts';

/** Photos that are sifted once more: failed ones, and those that only an earlier version of the model has seen. */
export class LookAgain {
  readonly #survey: SurveyState;
  readonly #access: FolderAccess;
  readonly #run: () => RunState;
  readonly #start: () => void;
  #isAsked = false;

  constructor(survey: SurveyState, access: FolderAccess, run: () => RunState, start: () => void) {
    this.#survey = survey;
    this.#access = access;
    this.#run = run;
    this.#start = start;
  }

  /** Photos that only an earlier version of the model has seen, and whose folders can be read now. */
  get outdatedHere(): readonly Media[] {
    return this.#survey.outdated.media.filter(({ folderId }) => this.#access.isConnected(folderId));
  }

  /** Those that the run is to look at, too. */
  get pending(): readonly Media[] {
    return this.#isAsked ? this.outdatedHere : [];
  }

  /** Has the models in use look at them. */
  siftAgain(): void {
    this.#isAsked = true;
    this.#start();
  }

  /** The run is over. */
  over(): void {
    this.#isAsked = false;
  }

  /** Tries the photos that failed once more. */
  async retryFailed(): Promise<void> {
    const pending = await retryMedia(this.#survey.failures);
    this.#survey.put(pending.map((media) => ({ media, outputs: null })));
    const run = this.#run();
    if (run.isActive) run.add(pending.filter(({ folderId }) => this.#access.isConnected(folderId)));
    else this.#start();
  }
}
