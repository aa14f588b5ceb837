import { decidePhoto, type Decision } from '../decisions/decision.ts';
import type { Evidence } from '../decisions/gate/gateEvidence.ts';
import type { Media } from '../photos/media.ts';
import type { Photo } from './photo.ts';
import type { StandingObservation } from '../taxa/observation.ts';
import type { PackedPrediction } from '../models/prediction/predictionPacking.ts';
import type { RecipeAnswer } from '../decisions/recipes/recipeAnswer.ts';
import type { PhotoReview } from './reviews/photoReview.ts';
import type { CaptureTime } from '../time/captureTime.ts';
import { observationsOf, spoken, type StandingRules, type StandingSequence } from './standing.ts';
import type { SnapshotPhoto } from './surveySnapshot.ts';

const nothingSeen: readonly StandingObservation[] = [];

/**
 * A photo of a snapshot that is decided when somebody looks: of 100,000 the screen shows a few, and all of them are
 * made again whenever a setting changes.
 */
export class DecidedPhoto implements SnapshotPhoto {
  declare readonly copyOf?: string;
  declare readonly answer?: RecipeAnswer;
  readonly #photo: Photo;
  readonly #sequence: StandingSequence | null;
  readonly #frame: number;
  readonly #review: PhotoReview;
  readonly #rules: StandingRules;
  #decision: Decision | null | undefined;
  #observations: readonly StandingObservation[] | undefined;

  /** @param frame its place in the sequence, from 0; anything without one @param copyOf undefined unless it is a copy */
  constructor(
    photo: Photo,
    sequence: StandingSequence | null,
    frame: number,
    copyOf: string | undefined,
    review: PhotoReview,
    rules: StandingRules,
  ) {
    this.#photo = photo;
    this.#sequence = sequence;
    this.#frame = frame;
    this.#review = review;
    this.#rules = rules;
    if (copyOf !== undefined) this.copyOf = copyOf;
    if (photo.answer) this.answer = photo.answer;
  }

  get media(): Media {
    return this.#photo.media;
  }

  get deploymentId(): string {
    return this.#photo.deployment;
  }

  get sequenceId(): string | null {
    return this.#sequence?.id ?? null;
  }

  get frameNumber(): number | null {
    return this.#sequence && this.#frame + 1;
  }

  get captureTime(): CaptureTime | null {
    return this.#photo.captureTime;
  }

  get prediction(): PackedPrediction | null {
    return this.#photo.prediction;
  }

  get decision(): Decision | null {
    if (this.#decision === undefined) {
      const { media, scores } = this.#photo;
      this.#decision = media.status === 'done' && scores ? decidePhoto(scores, this.#rules.thresholds) : null;
    }
    return this.#decision;
  }

  get observations(): readonly StandingObservation[] {
    return (this.#observations ??= this.#observe());
  }

  get evidence(): Evidence | null {
    return this.#photo.evidence;
  }

  get starred(): boolean {
    return this.#review.starred;
  }

  get note(): string {
    return this.#review.note;
  }

  /** Whether it was made with this review, which is another object as soon as anything else is said. */
  isReviewedAs(review: PhotoReview): boolean {
    return this.#review === review;
  }

  #observe(): readonly StandingObservation[] {
    const frame = this.#sequence?.frames[this.#frame];
    // A person's word stands without any model; of copies that of the one that counts.
    if (!this.#sequence || !frame) return this.copyOf === undefined ? spoken(this.#review) : nothingSeen;
    const { thresholds, word } = this.#rules;
    return observationsOf(frame, this.#sequence, this.#review, thresholds, word);
  }
}
