import { judgedPhotos, judgedSequences, type SeenIn } from '../../core/insight/evaluation/judgedCases.ts';
import {
  evaluateSurvey,
  type EvaluationDetail,
  type EvaluationQuestion,
  type SurveyEvaluation,
} from '../../core/insight/evaluation/surveyEvaluation.ts';
import { TruthReader } from '../../core/insight/evaluation/truthObservation.ts';
import { unknownWords, type UnknownWord } from '../../core/insight/evaluation/truthWords.ts';
import {
  matchTruth,
  parseTruth,
  renameTruth,
  type TruthRow,
} from '../../core/insight/evaluation/truthTable.ts';
import { AnimalNamer } from '../../core/survey/animalKind.ts';
import { parseCsv, toCsv } from '../../core/files/csv.ts';
import type { Observation } from '../../core/taxa/observation.ts';
import { checklistFromText } from '../../core/taxa/checklistText.ts';
import { inBackground } from '../../platform/background.ts';
import type { SurveyState } from '../survey/surveyState.svelte.ts';

/** How right the machine is, on what people named in the open survey or in a table of theirs. */
export class Trust {
  readonly #survey: SurveyState;
  /** A table that was read while no survey was open. */
  #loose = $state.raw<string | null>(null);
  readonly #csv = $derived.by(() => this.#survey.survey?.truthTable ?? this.#loose);
  readonly #truth: readonly TruthRow[] = $derived.by(() =>
    this.#csv === null ? [] : parseTruth(parseCsv(this.#csv)),
  );

  constructor(survey: SurveyState) {
    this.#survey = survey;
  }

  /** Lines of the table of truth; 0 without one. */
  get truthRows(): number {
    return this.#truth.length;
  }

  /** Whether the model tells kinds of animals apart. */
  readonly detail: EvaluationDetail = $derived.by(() => {
    const { manifest, settings } = this.#survey;
    return new AnimalNamer(manifest.labels, settings.species).knowsKinds ? 'species' : 'role';
  });

  readonly #matched = $derived.by(() =>
    matchTruth(
      this.#truth,
      this.#survey.decisions.placement.photos.map(({ path }) => path),
    ),
  );

  /** Files of the table that no photo answers to. */
  readonly unmatched = $derived.by(() => this.#matched.unmatched);

  readonly #reader = $derived.by(() => {
    const { manifest, settings } = this.#survey;
    return new TruthReader(manifest.labels, checklistFromText(settings.species.checklist).flat());
  });

  /** Words of the table that are counted as animals of that name, because nobody knows them. */
  readonly unknownWords: readonly UnknownWord[] = $derived.by(() => unknownWords(this.#truth, this.#reader));

  /** Of any other table, as of the survey's own: words that are probably slips of the pen. */
  slipsAmong(rows: readonly TruthRow[]): UnknownWord[] {
    return unknownWords(rows, this.#reader).filter(({ meant }) => meant !== null);
  }

  /** What somebody says is in a photo: what they said here, else what their table says. */
  readonly #seenIn: SeenIn = $derived.by(() => {
    const { said } = this.#survey.reviews;
    const reader = this.#reader;
    const { byPath } = this.#matched;
    return ({ id, path }): readonly Observation[] | null =>
      said.photo(id).named?.observations ?? byPath.get(path)?.map((name) => reader.read(name)) ?? null;
  });

  readonly #question: EvaluationQuestion = $derived.by(() => {
    const { settings, counts } = this.#survey;
    return { detail: this.detail, ...settings.trust, photos: counts.done };
  });

  readonly #mostDisagreement = $derived.by(() => this.#survey.settings.triage.mostDisagreement);

  /** By photo, each by the machine's word on it alone. */
  readonly ofPhotos: SurveyEvaluation = $derived.by(() => {
    const { sequences, thresholds } = this.#survey.decisions;
    const cases = judgedPhotos(sequences, thresholds, this.#mostDisagreement, this.#seenIn);
    return evaluateSurvey(cases, this.#question);
  });

  /** By sequence, which is what triage decides on. */
  readonly ofSequences: SurveyEvaluation = $derived.by(() => {
    const { sequences } = this.#survey.decisions;
    return evaluateSurvey(judgedSequences(sequences, this.#mostDisagreement, this.#seenIn), this.#question);
  });

  /**
   * Takes a table of truth as text, and keeps it with the survey.
   *
   * @returns lines that were read
   * @throws RangeError when a column is missing
   */
  takeTruth(csv: string): number {
    const { length } = parseTruth(parseCsv(csv));
    this.#keep(csv);
    return length;
  }

  /** Reads a word of the table as another from now on. */
  readAs(word: string, meant: string): void {
    if (this.#csv === null) return;
    const [head = [], ...rows] = renameTruth(parseCsv(this.#csv), word, meant);
    this.#keep(toCsv(head, rows));
  }

  #keep(csv: string): void {
    const { store } = this.#survey;
    if (store.survey) inBackground(store.change((survey) => ({ ...survey, truthTable: csv })));
    else this.#loose = csv;
  }

  forgetTruth(): void {
    this.#loose = null;
    inBackground(
      this.#survey.store.change((survey) => {
        const changed = { ...survey };
        delete changed.truthTable;
        return changed;
      }),
    );
  }
}
