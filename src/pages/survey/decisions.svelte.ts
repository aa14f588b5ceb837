import {
  copiesAmong,
  copyGroupsAmong,
  kindNamer,
  rememberedKinds,
  sequencesOf,
} from '../../core/survey/decidedSequence.ts';
import { byPath, gateInForce } from '../../core/survey/decideSurvey.ts';
import { leakQuestions, leakSoFar } from '../../core/decisions/gate/leakCheck.ts';
import { thresholdsInForce, type Photo } from '../../core/survey/photo.ts';
import type { CombinedModel } from '../../core/decisions/recipes/preparedRecipe.ts';
import { DecisionStages, nothingSaid } from '../../core/survey/decisionStages.ts';
import { letGo } from '../../core/survey/gateOpening.ts';
import { gateReviewsOf } from '../../core/survey/gateReviews.ts';
import { MachineWord } from '../../core/survey/machineWord.ts';
import { keepCopies, keepGroups, noCopyGroups } from '../../core/decisions/sequence/duplicate.ts';
import { repeatSuspects, withoutRepeats } from '../../core/survey/repeats.ts';
import { placePhotos } from '../../core/survey/placement.ts';
import type { SurveySettings } from '../../core/settings/surveySettings.ts';
import type { SnapshotModel } from '../../core/survey/surveySnapshot.ts';
import type { Reviews } from './reviews.svelte.ts';

/** The settings by which photos are put into sequences. */
const groupingParts = ['clocks', 'stations', 'utcOffset', 'gapSeconds', 'grouping'] as const;

/** What the decisions follow from, each of it reactive. */
export interface DecisionSources {
  photos(): readonly Photo[];
  settings(): SurveySettings;
  manifest(): CombinedModel;
  /** Models that are not in use, but whose word on people counts. */
  heard(): readonly Pick<CombinedModel, 'thresholds'>[];
  models(): readonly SnapshotModel[];
  reviews: Reviews;
  /** Names the survey; makes its random samples its own. */
  seed(): string;
}

/**
 * Every decision of a survey, stage by stage, as `surveySnapshot` makes them in one go. A stage is reckoned again only
 * when something it depends on changed, and only while something shows it: the people gate's slider moves no sequence.
 * Within a stage, deployments that did not change are left as they are.
 */
export class Decisions {
  readonly #from: DecisionSources;
  readonly #stages = new DecisionStages();

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

  #groups = noCopyGroups;

  /** Photos that are there more than once; the same object while they are the same. */
  readonly copyGroups = $derived.by(
    () => (this.#groups = keepGroups(this.#groups, copyGroupsAmong(this.#ordered))),
  );

  /** The copies that a person said something of, as one text, which stays equal. */
  readonly #reviewedCopies = $derived.by(() => {
    const { said } = this.#from.reviews;
    if (said.isEmpty) return '[]';
    return JSON.stringify(Array.from(this.copyGroups.keys()).filter((id) => said.isReviewed(id)));
  });

  /** For each exact copy of another photo, by its id, the id of the one that counts. */
  readonly copies = $derived.by(() => {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made again each time
    const reviewed = new Set(JSON.parse(this.#reviewedCopies) as string[]);
    const copies = copiesAmong(this.placement.photos, this.copyGroups, (id) => reviewed.has(id));
    return (this.#copies = keepCopies(this.#copies, copies));
  });

  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- remembered, not followed
  #copies: ReadonlyMap<string, string> = new Map();

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

  readonly #deployments = $derived.by(() => this.#stages.deployments(this.#photos, this.copies));

  readonly #grouped = $derived.by(() =>
    this.#deployments.map((part) => this.#stages.group(part, this.#gap, this.#grouping)),
  );

  /** Photos that belong together, before anything is decided of them. */
  readonly grouped = $derived.by(() => this.#grouped.flat());

  readonly thresholds = $derived.by(() =>
    thresholdsInForce({ thresholds: this.#ownThresholds }, this.#from.manifest()),
  );

  /** Names animals; remembers what it named while thresholds move. */
  readonly #kindOf = $derived.by(() => {
    const kindOf = kindNamer(this.#from.manifest().labels, this.#species);
    return kindOf && rememberedKinds(kindOf);
  });

  readonly #decidedParts = $derived.by(() =>
    this.#grouped.map((part) => this.#stages.decide(part, this.thresholds, this.#aggregation, this.#kindOf)),
  );

  /** The machine's word on each sequence. */
  readonly decided = $derived.by(() => this.#decidedParts.flat());

  /** The thresholds of the people gate in force. */
  readonly gateSettings = $derived.by(() =>
    gateInForce(this.#gate, this.#from.manifest(), this.#from.heard()),
  );

  /** What people said of each deployment; the same objects where nothing new was said. */
  readonly #said = $derived.by(() => {
    const { said } = this.#from.reviews;
    return this.#deployments.map((part) => this.#stages.reviews(part, said));
  });

  /** The gate's words on the sequences that copies lie in, by the photo that counts. */
  readonly #copyGates = $derived.by(() => {
    const { said } = this.#from.reviews;
    const whole = this.#stages.copiedDeployments(this.#photos, this.copies).map((part) => {
      const sequences = this.#stages.group(part, this.#gap, this.#grouping);
      const gated = this.#stages.gate(sequences, this.gateSettings, this.#stages.reviews(part, said));
      return { sequences, gated };
    });
    return this.#stages.copyGates(whole, this.copies);
  });

  /** Sequences by deployment, each with what people said of it. */
  readonly #gatedParts = $derived.by(() =>
    this.#grouped.map((part, place) => {
      const gated = this.#stages.gate(part, this.gateSettings, this.#said[place] ?? nothingSaid);
      return this.#stages.gateCopies(gated, part, this.#copyGates);
    }),
  );

  /** The people gate of each sequence, in the same order. */
  readonly gated = $derived.by(() => this.#gatedParts.flat());

  /** The held sequences that other settings, or another model in use, would let go; by their ids. */
  letGoBy(settings: SurveySettings, manifest = this.#from.manifest()): string[] {
    const now = this.#from.settings();
    const isGroupedAlike = groupingParts.every((part) => settings[part] === now[part]);
    const grouped = isGroupedAlike
      ? this.grouped
      : sequencesOf(placePhotos(this.#ordered, settings).photos, this.copies, settings);
    const gate = gateInForce(settings.gate, manifest);
    if (isGroupedAlike && JSON.stringify(gate) === JSON.stringify(this.gateSettings)) return [];
    return letGo(
      { sequences: this.grouped, gated: this.gated, settings: this.gateSettings },
      { sequences: grouped, settings: gate },
      gateReviewsOf(this.#from.reviews.said),
    );
  }

  /** Writes down the machine's word with its origin. */
  readonly word = $derived.by(() => new MachineWord(this.#from.models(), this.#aggregation, this.thresholds));

  /** Each sequence with what people said of it: its gate, its triage and what stands. */
  readonly sequences = $derived.by(() => {
    const [said, gated] = [this.#said, this.#gatedParts];
    return this.#decidedParts.flatMap((decided, place) =>
      this.#stages.stand(
        decided,
        gated[place] ?? [],
        said[place] ?? nothingSaid,
        this.thresholds,
        this.#triage,
        this.word,
      ),
    );
  });

  /** The sequences that the machine took for clear, in the order in which they are drawn to be checked. */
  readonly leakQuestions = $derived.by(() => {
    const { said } = this.#from.reviews;
    return leakQuestions(this.grouped, this.gated, this.#from.seed(), (mediaId) => {
      const { gate, named } = said.photo(mediaId);
      if (gate && gate.verdict !== 'withdraw') return gate.verdict === 'hold';
      return named ? named.observations.some(({ role }) => role === 'person') : null;
    });
  });

  /** People that the gate misses, as far as somebody checked; null before. */
  readonly leak = $derived.by(() => leakSoFar(this.leakQuestions));
}
