import { mergedSurvey } from '../../core/survey/surveyMerge.ts';
import type { Survey } from '../../core/survey/survey.ts';
import { keepSurveyChanges } from '../../storage/surveyRepository.ts';
import type { Keeper } from './keeper.svelte.ts';

/** One survey in this tab, and as this tab last knew it on the disk. */
interface Held {
  now: Survey;
  /** null before it was ever written. */
  kept: Survey | null;
}

/**
 * The one writer of the open survey's record: settings, recipe, clocks, stations, notes, tables and name. Each change is
 * written field by field onto what lies on the disk, so that two tabs do not undo each other's; what they wrote is taken
 * over.
 */
export class SurveyStore {
  readonly #keeper: Keeper;
  readonly #told: () => void;
  #held = $state.raw<Held | null>(null);
  /** Another number for each time that a survey is opened. */
  #opened = 0;

  /** @param told is called once a change is on the disk */
  constructor(keeper: Keeper, told: () => void) {
    this.#keeper = keeper;
    this.#told = told;
  }

  get survey(): Survey | null {
    return this.#held?.now ?? null;
  }

  /** The open survey, where it is the one of that id. */
  ofId(id: string): Survey | null {
    return this.survey?.id === id ? this.survey : null;
  }

  /** Holds another survey, as it lies on the disk, or none. */
  open(survey: Survey | null): void {
    this.#opened += 1;
    this.#held = survey && { now: survey, kept: survey };
  }

  /** Writes the open survey for the first time. Never rejects. */
  async begin(): Promise<void> {
    if (this.#held) this.#held = { ...this.#held, kept: null };
    await this.change((survey) => survey);
  }

  /**
   * Changes the open survey at once, and keeps it so; without one nothing happens. Never rejects: what could not be kept
   * is told by the keeper.
   */
  async change(change: (survey: Survey) => Survey): Promise<void> {
    if (!this.#held) return;
    const changed = { ...this.#held, now: change(this.#held.now) };
    this.#held = changed;
    const opened = this.#opened;
    await this.#keeper.write(() => this.#write(changed, opened));
  }

  /** Takes over what another tab wrote; changes of this tab that are not written yet hold. */
  takeOver(onDisk: Survey): void {
    if (this.#held?.now.id !== onDisk.id) return;
    const { now, kept } = this.#held;
    this.#held = { now: mergedSurvey(kept ?? onDisk, now, onDisk), kept: onDisk };
  }

  /** @param opened when the change was made: the survey may have been put aside since, or opened once more */
  async #write(changed: Held, opened: number): Promise<void> {
    const isOpen = opened === this.#opened && this.#held !== null;
    const { now, kept } = isOpen && this.#held ? this.#held : changed;
    const onDisk = await keepSurveyChanges(kept, now);
    if (!onDisk) return;
    this.#told();
    if (!isOpen || opened !== this.#opened || !this.#held) this.takeOver(onDisk);
    else this.#held = { now: mergedSurvey(now, this.#held.now, onDisk), kept: onDisk };
  }
}
