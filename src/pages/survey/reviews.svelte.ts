import type { Review, ReviewStatement } from '../../core/survey/reviews/review.ts';
import { ContentReviews } from '../../core/survey/reviews/contentReviews.ts';
import { ReviewLog } from '../../core/survey/reviews/reviewLog.ts';
import type { PhotoReview } from '../../core/survey/reviews/photoReview.ts';
import { noCopyGroups, type CopyGroups } from '../../core/decisions/sequence/duplicate.ts';
import { isBehind, momentAfter, type LogicalMoment } from '../../core/time/logicalClock.ts';
import { inBackground } from '../../platform/background.ts';
import { keepText, keptText } from '../../platform/keptText.ts';
import { now } from './now.ts';

const nameKey = 'fieldsift-reviewer';

/** What becomes of what people say. */
export interface ReviewsOwner {
  /** Writes reviews to the disk; never rejects: where it fails, that is told elsewhere. */
  keep(reviews: readonly Review[]): Promise<unknown>;
  /** The clock of this computer is behind the last review. @param last when that was made, ISO 8601 in UTC */
  clockIsBehind(last: string): void;
}

/** A statement, and the photos it is of. */
export type Stated = readonly [statement: ReviewStatement, mediaIds: readonly string[]];

/** What people said of the open survey's photos: kept as it is said, undone and redone without end. */
export class Reviews {
  #log = new ReviewLog();
  #projectId: string | null = null;
  #revision = $state(0);
  #by = $state(keptText(nameKey) ?? '');
  readonly #owner: ReviewsOwner;
  readonly #groups: () => CopyGroups;
  #isClockTold = false;
  #said: { log: ReviewLog; groups: CopyGroups; reviews: ContentReviews } | null = null;
  /** Not reactive: it is asked when a key is pressed. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- see above
  readonly #ofThisVisit = new Set<string>();

  /** @param groups photos that are there more than once: what is said of one holds for all */
  constructor(owner: ReviewsOwner, groups: () => CopyGroups = () => noCopyGroups) {
    this.#owner = owner;
    this.#groups = groups;
  }

  /** Who reviews, as is written beside each statement; remembered from visit to visit. */
  get by(): string {
    return this.#by;
  }

  set by(name: string) {
    this.#by = name;
    keepText(nameKey, name);
  }

  /** All that was said. Whatever reads it follows every new review. */
  get log(): ReviewLog {
    this.#follow();
    return this.#log;
  }

  /** What was said, by content: of whichever copy it was. Whatever reads it follows every new review. */
  get said(): ContentReviews {
    const { log } = this;
    const groups = this.#groups();
    if (this.#said?.log !== log || this.#said.groups !== groups) {
      this.#said = { log, groups, reviews: new ContentReviews(log, groups) };
    }
    return this.#said.reviews;
  }

  /** What stands of a photo. */
  photo(mediaId: string): PhotoReview {
    return this.said.photo(mediaId);
  }

  get undoable(): Review | null {
    return this.log.undoable;
  }

  get redoable(): Review | null {
    return this.log.redoable;
  }

  /** Shows the reviews of another survey, or of none. */
  open(projectId: string | null, reviews: readonly Review[]): void {
    this.#projectId = projectId;
    this.#log = new ReviewLog(reviews);
    this.#isClockTold = false;
    this.#revision += 1;
  }

  /** Takes up reviews that were made elsewhere; those known already change nothing. */
  take(reviews: readonly Review[]): void {
    this.merge(reviews);
    inBackground(this.#owner.keep(reviews));
  }

  /** Takes up reviews that are on the disk already. */
  merge(reviews: readonly Review[]): void {
    if (reviews.length === 0) return;
    this.#log.addAll(reviews);
    this.#revision += 1;
  }

  /** The moment of what is said now: after everything that is known of the survey, whatever the clock shows. */
  moment(): LogicalMoment {
    return momentAfter(now(), this.#log.lastAt);
  }

  /**
   * States something of photos.
   *
   * @throws Error while no survey is open
   */
  add(statement: ReviewStatement, mediaIds: readonly string[]): Review {
    const [review] = this.addTogether([[statement, mediaIds]]);
    if (!review) throw new Error('Nothing was stated.');
    return review;
  }

  /**
   * States what one act says: all of it in one moment, by which it is undone and redone together, after a reload too.
   *
   * @throws Error while no survey is open
   */
  addTogether(all: readonly Stated[]): readonly Review[] {
    if (all.length === 0) return [];
    const projectId = this.#projectId;
    if (projectId === null) throw new Error('There is no survey to review.');
    const moment = { by: this.#by.trim() || 'unnamed', ...this.#momentOfWord() };
    const first = this.#log.nextOrder;
    const reviews = all.map(([statement, mediaIds], place): Review => ({
      id: crypto.randomUUID(),
      projectId,
      ...moment,
      order: first + place,
      mediaIds: this.#withCopies(mediaIds),
      statement,
    }));
    for (const { id } of reviews) this.#ofThisVisit.add(id);
    this.#log.addAll(reviews);
    this.#revision += 1;
    inBackground(this.#owner.keep(reviews));
    return reviews;
  }

  /** Takes the last act back. @returns what was taken back; empty when there is nothing */
  undo(): readonly Review[] {
    return this.takeBack(this.#log.undoableAct.map(({ id }) => id));
  }

  /** Takes the last undo back. @returns what holds again; empty when there is nothing */
  redo(): readonly Review[] {
    const undos = this.#log.redoableAct;
    this.addTogether(undos.map(({ id }) => [{ kind: 'undo', reviewId: id }, []]));
    return undos.flatMap(({ statement }) =>
      statement.kind === 'undo' ? (this.#log.review(statement.reviewId) ?? []) : [],
    );
  }

  /** Takes reviews back, whatever was said since; those that were taken back already stay so. */
  takeBack(ids: readonly string[]): readonly Review[] {
    const targets = ids.filter((id) => this.#log.isInEffect(id)).flatMap((id) => this.#log.review(id) ?? []);
    this.addTogether(targets.map(({ id }) => [{ kind: 'undo', reviewId: id }, []]));
    return targets;
  }

  /** Whether a review was made since the page was opened, in this tab. */
  isOfThisVisit(id: string): boolean {
    return this.#ofThisVisit.has(id);
  }

  /** The photos, then every copy of them that is known now: a release is of all of them, and so is a hold. */
  #withCopies(mediaIds: readonly string[]): string[] {
    const groups = this.#groups();
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- a list is made of it at once
    return [...new Set([...mediaIds, ...mediaIds.flatMap((id) => groups.get(id) ?? [])])];
  }

  #follow(): number {
    return this.#revision;
  }

  #momentOfWord(): LogicalMoment {
    const last = this.#log.lastAt;
    if (last !== null && !this.#isClockTold && isBehind(now(), last)) {
      this.#isClockTold = true;
      this.#owner.clockIsBehind(last);
    }
    return this.moment();
  }
}
