import type { AggregationRules } from '../decisions/aggregate.ts';
import type { RoleThresholds } from '../models/role.ts';
import type { TriageSettings } from '../decisions/triage.ts';
import type { GateSettings } from '../decisions/gate/gateSequence.ts';
import { gateSequences, type GatedSequence } from '../decisions/gate/peopleGate.ts';
import type { SiftedPhoto } from './photo.ts';
import { unreviewed, type PhotoReview } from './reviews/photoReview.ts';
import type { PhotoReviews } from './reviews/contentReviews.ts';
import { ReviewLog } from './reviews/reviewLog.ts';
import type { Sequence, SequenceOptions } from '../decisions/sequence/sequence.ts';
import {
  decideSequences,
  sequencesIn,
  siftedDeployments,
  type DecidedSequence,
  type KindOf,
  type SiftedDeployment,
} from './decidedSequence.ts';
import {
  copiedDeployments,
  copyGates,
  gateWithCopies,
  type CopyGates,
  type WholeSequences,
} from './copyGate.ts';
import { gateReviewsOf } from './gateReviews.ts';
import type { MachineWord } from './machineWord.ts';
import { keepParts, perPart, sameList } from '../incremental/perPart.ts';
import { keepStanding, standingSequences, type StandingSequence } from './standing.ts';

/** What people said of one deployment: another object as soon as they say something new of it. */
export interface DeploymentReviews {
  log: PhotoReviews;
  /** Of each photo that anything was said of. */
  reviews: readonly PhotoReview[];
}

/** What stood, and from what besides the gate and triage. */
interface Stood {
  said: DeploymentReviews;
  thresholds: RoleThresholds;
  word: MachineWord;
  standing: readonly StandingSequence[];
}

export const nothingSaid: DeploymentReviews = { log: new ReviewLog(), reviews: [] };

/**
 * The decisions of a survey, deployment by deployment, each stage from the one before. A deployment of which nothing
 * changed is not decided again, and a setting repeats only the stages that it goes into: while photos are sifted, or
 * one is reviewed, all others cost nothing. The results are those of the plain functions over the whole survey.
 */
export class DecisionStages {
  #parts: readonly SiftedDeployment[] = [];
  #copied: readonly SiftedDeployment[] = [];
  #copyGates: { from: readonly unknown[]; gates: CopyGates } = { from: [], gates: new Map() };
  readonly #reviews = new WeakMap<
    SiftedDeployment,
    { log: PhotoReviews; revision: number; said: DeploymentReviews }
  >();
  readonly #stood = new WeakMap<readonly DecidedSequence[], Stood>();
  readonly #ids = new WeakMap<SiftedDeployment, ReadonlySet<string>>();

  /** What is sifted, by deployment; one that stayed the same is the same object. */
  deployments(
    photos: Parameters<typeof siftedDeployments>[0],
    copies: ReadonlyMap<string, string>,
  ): readonly SiftedDeployment[] {
    this.#parts = keepParts(
      this.#parts,
      siftedDeployments(photos, copies),
      ({ deployment }) => deployment,
      (part) => part.photos,
    );
    return this.#parts;
  }

  /** The deployments in which copies lie that do not count, with these copies, for the people gate. */
  copiedDeployments(
    photos: Parameters<typeof siftedDeployments>[0],
    copies: ReadonlyMap<string, string>,
  ): readonly SiftedDeployment[] {
    this.#copied = keepParts(
      this.#copied,
      copiedDeployments(photos, copies),
      ({ deployment }) => deployment,
      (part) => part.photos,
    );
    return this.#copied;
  }

  /** What people said of the photos of a deployment. */
  reviews(part: SiftedDeployment, log: PhotoReviews): DeploymentReviews {
    const before = this.#reviews.get(part);
    const { revision } = log;
    if (before?.log === log && !this.#isTouched(part, log.touchedSince(before.revision))) {
      before.revision = revision;
      return before.said;
    }
    const reviews: PhotoReview[] = [];
    if (!log.isEmpty) {
      for (const { id } of part.photos) {
        const review = log.photo(id);
        if (review !== unreviewed) reviews.push(review);
      }
    }
    // Copies that come or go elsewhere leave what was said here as it stood.
    const isSame = before?.said.log.log === log.log && sameList(before.said.reviews, reviews);
    const said = isSame ? before.said : { log, reviews };
    this.#reviews.set(part, { log, revision, said });
    return said;
  }

  /** @param mediaIds null for any that there may be */
  #isTouched(part: SiftedDeployment, mediaIds: readonly string[] | null): boolean {
    if (mediaIds === null) return true;
    if (mediaIds.length === 0) return false;
    const ids = this.#ids.get(part) ?? new Set(part.photos.map(({ id }) => id));
    this.#ids.set(part, ids);
    return mediaIds.some((mediaId) => ids.has(mediaId));
  }

  readonly group = perPart(
    (part: SiftedDeployment, gapSeconds: number, grouping: Required<SequenceOptions>) =>
      sequencesIn(part, { gapSeconds, grouping }),
  );

  readonly decide = perPart(
    (
      sequences: readonly Sequence<SiftedPhoto>[],
      thresholds: RoleThresholds,
      aggregation: AggregationRules,
      kindOf: KindOf | null,
    ) => decideSequences(sequences, thresholds, aggregation, kindOf),
  );

  readonly gate = perPart(
    (sequences: readonly Sequence<SiftedPhoto>[], settings: GateSettings, { log }: DeploymentReviews) =>
      gateSequences(sequences, settings, gateReviewsOf(log)),
  );

  /** What the gate says of the sequences that copies lie in; the same object where it says the same of all. */
  copyGates(whole: readonly WholeSequences[], copies: ReadonlyMap<string, string>): CopyGates {
    const from = [copies, ...whole.flatMap(({ sequences, gated }) => [sequences, gated])];
    if (!sameList(this.#copyGates.from, from)) this.#copyGates = { from, gates: copyGates(whole, copies) };
    return this.#copyGates.gates;
  }

  /** The gate of a deployment, with the copies of its photos that lie elsewhere. */
  readonly gateCopies = perPart(
    (gated: readonly GatedSequence[], sequences: readonly Sequence<SiftedPhoto>[], gates: CopyGates) =>
      gateWithCopies(sequences, gated, gates),
  );

  readonly stand = perPart(
    (
      decided: readonly DecidedSequence[],
      gated: readonly GatedSequence[],
      said: DeploymentReviews,
      thresholds: RoleThresholds,
      triage: TriageSettings,
      word: MachineWord,
    ): readonly StandingSequence[] => {
      const reviewOf = (mediaId: string) => said.log.photo(mediaId);
      const standing = standingSequences(decided, gated, reviewOf, { thresholds, triage }, word);
      const before = this.#stood.get(decided);
      const isMoved = before?.said !== said || before.thresholds !== thresholds || before.word !== word;
      const kept = isMoved ? standing : keepStanding(before.standing, standing);
      this.#stood.set(decided, { said, thresholds, word, standing: kept });
      return kept;
    },
  );
}
