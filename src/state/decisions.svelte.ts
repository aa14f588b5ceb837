import { copiesAmong, decideSequences, sequencesOf } from '../core/survey/decidedSequence.ts';
import { byPath, gateInForce, gateReviewsOf } from '../core/survey/decideSurvey.ts';
import { leakQuestions, leakSoFar } from '../core/gate/leakCheck.ts';
import { gateSequences } from '../core/gate/peopleGate.ts';
import { thresholdsInForce, type Photo } from '../core/media/photo.ts';
import type { CombinedModel } from '../core/recipe/preparedRecipe.ts';
import { MachineWord } from '../core/survey/machineWord.ts';
import { repeatSuspects, withoutRepeats } from '../core/survey/repeats.ts';
import { placePhotos } from '../core/survey/placement.ts';
import { standingSequences } from '../core/survey/standing.ts';
import type { SurveySettings } from '../core/survey/settings/surveySettings.ts';
import type { SnapshotModel } from '../core/survey/surveySnapshot.ts';
import type { Reviews } from './reviews.svelte.ts';

/** What the decisions follow from, each of it reactive. */
export interface DecisionSources {
  photos(): readonly Photo[];
  settings(): SurveySettings;
  manifest(): CombinedModel;
  models(): readonly SnapshotModel[];
  reviews: Reviews;
  /** Names the survey; makes its random samples its own. */
  seed(): string;
}

/**
 * Every decision of a survey, stage by stage, as `surveySnapshot` makes them in one go. A stage is reckoned again only
 * when something it depends on changed, and only while something shows it: the people gate's slider moves no sequence.
 */
export class Decisions {
  readonly #from: DecisionSources;

  constructor(sources: DecisionSources) {
    this.#from = sources;
  }

  // Settings by the parts that stages depend on: a part that stayed the same is the same object, and stops there.
  readonly #clocks = $derived.by(() => this.#from.settings().clocks);
  readonly #stations = $derived.by(() => this.#from.settings().stations);
  readonly #utcOffset = $derived.by(() => this.#from.settings().utcOffset);
  readonly #gap = $derived.by(() => this.#from.settings().gapSeconds);
  readonly #grouping = $derived.by(() => this.#from.settings().grouping);
  readonly #ownThresholds = $derived.by(() => this.#from.settings().thresholds);
  readonly #aggregation = $derived.by(() => this.#from.settings().aggregation);
  readonly #species = $derived.by(() => this.#from.settings().species);
  readonly #gate = $derived.by(() => this.#from.settings().gate);
  readonly #repeats = $derived.by(() => this.#from.settings().repeats);
  readonly #triage = $derived.by(() => this.#from.settings().triage);

  readonly #ordered = $derived.by(() => byPath(this.#from.photos()));

  readonly placement = $derived.by(() =>
    placePhotos(this.#ordered, {
      clocks: this.#clocks,
      stations: this.#stations,
      utcOffset: this.#utcOffset,
    }),
  );

  /** For each exact copy of another photo, by its id, the id of the one that counts. */
  readonly copies = $derived.by(() => copiesAmong(this.#ordered));

  /** Boxes that repeat within a deployment. */
  readonly suspects = $derived.by(() =>
    repeatSuspects(this.placement.photos, this.#from.manifest().labels, this.#repeats),
  );

  /** Keys of the suspects that a person found to be branches and stones, as one text, which stays equal. */
  readonly #confirmed = $derived.by(() => {
    const verdicts = [...this.#from.reviews.log.repeatVerdicts()];
    return JSON.stringify(verdicts.flatMap(([key, confirmed]) => (confirmed ? [key] : [])).sort());
  });

  /** The photos by which decisions are made: without the boxes that are branches and stones. */
  readonly #photos = $derived.by(() => {
    const keys = JSON.parse(this.#confirmed) as string[];
    if (keys.length === 0) return this.placement.photos;
    const confirmed = this.suspects.filter(({ key }) => keys.includes(key));
    return withoutRepeats(this.placement.photos, this.#from.manifest().labels, confirmed);
  });

  readonly #sequences = $derived.by(() =>
    sequencesOf(this.#photos, this.copies, { gapSeconds: this.#gap, grouping: this.#grouping }),
  );

  readonly thresholds = $derived.by(() =>
    thresholdsInForce({ thresholds: this.#ownThresholds }, this.#from.manifest()),
  );

  /** The machine's word on each sequence. */
  readonly decided = $derived.by(() =>
    decideSequences(this.#sequences, this.thresholds, this.#from.manifest().labels, {
      aggregation: this.#aggregation,
      species: this.#species,
    }),
  );

  /** The thresholds of the people gate in force. */
  readonly gateSettings = $derived.by(() => gateInForce(this.#gate, this.#from.manifest()));

  /** The people gate of each sequence, in the same order. */
  readonly gated = $derived.by(() =>
    gateSequences(this.#sequences, this.gateSettings, gateReviewsOf(this.#from.reviews.log)),
  );

  /** Writes down the machine's word with its origin. */
  readonly word = $derived.by(() => new MachineWord(this.#from.models(), this.#aggregation, this.thresholds));

  /** Each sequence with what people said of it: its gate, its triage and what stands. */
  readonly sequences = $derived.by(() => {
    const { log } = this.#from.reviews;
    return standingSequences(
      this.decided,
      this.gated,
      (mediaId) => log.photo(mediaId),
      { thresholds: this.thresholds, triage: this.#triage },
      this.word,
    );
  });

  /** The sequences that the machine took for clear, in the order in which they are drawn to be checked. */
  readonly leakQuestions = $derived.by(() => {
    const { log } = this.#from.reviews;
    return leakQuestions(this.#sequences, this.gated, this.#from.seed(), (mediaId) => {
      const { gate, named } = log.photo(mediaId);
      if (gate && gate.verdict !== 'withdraw') return gate.verdict === 'hold';
      return named ? named.observations.some(({ role }) => role === 'person') : null;
    });
  });

  /** People that the gate misses, as far as somebody checked; null before. */
  readonly leak = $derived.by(() => leakSoFar(this.leakQuestions));
}
