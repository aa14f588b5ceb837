import type { Review, ReviewStatement } from '../core/review/review.ts';
import { ContentReviews } from '../core/review/contentReviews.ts';
import { ReviewLog } from '../core/review/reviewLog.ts';
import type { PhotoReview } from '../core/review/photoReview.ts';
import { noCopyGroups, type CopyGroups } from '../core/sequence/duplicate.ts';
import { keepText, keptText } from '../platform/keptText.ts';
import { now } from './now.ts';

const nameKey = 'fieldsift-reviewer';

/** Where reviews are kept. */
export type KeepReviews = (reviews: readonly Review[]) => Promise<void>;

/** What people said of the open survey's photos: kept as it is said, undone and redone without end. */
export class Reviews {
  #log = new ReviewLog();
  #projectId: string | null = null;
  #revision = $state(0);
  #by = $state(keptText(nameKey) ?? '');
  /** Reviews that could not be written to the disk; they hold until the page is closed. */
  unkept = $state(0);
  readonly #keep: KeepReviews;
  readonly #groups: () => CopyGroups;
  #said: { log: ReviewLog; groups: CopyGroups; reviews: ContentReviews } | null = null;

  /** @param groups photos that are there more than once: what is said of one holds for all */
  constructor(keep: KeepReviews, groups: () => CopyGroups = () => noCopyGroups) {
    this.#keep = keep;
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
    this.unkept = 0;
    this.#revision += 1;
  }

  /** Takes up reviews that were made elsewhere; those known already change nothing. */
  take(reviews: readonly Review[]): void {
    for (const review of reviews) this.#log.add(review);
    this.#revision += 1;
    this.#write(reviews);
  }

  /** Takes up reviews of the open survey that were kept by another tab. */
  learn(projectId: string, kept: readonly Review[]): void {
    if (projectId !== this.#projectId) return;
    const known = new Set(this.#log.reviews.map(({ id }) => id));
    const fresh = kept.filter(({ id }) => !known.has(id));
    for (const review of fresh) this.#log.add(review);
    if (fresh.length > 0) this.#revision += 1;
  }

  /**
   * States something of photos.
   *
   * @throws Error while no survey is open
   */
  add(statement: ReviewStatement, mediaIds: readonly string[]): Review {
    if (this.#projectId === null) throw new Error('There is no survey to review.');
    const review: Review = {
      id: crypto.randomUUID(),
      projectId: this.#projectId,
      by: this.#by.trim() || 'unnamed',
      at: now(),
      order: this.#log.nextOrder,
      mediaIds: this.#withCopies(mediaIds),
      statement,
    };
    this.#log.add(review);
    this.#revision += 1;
    this.#write([review]);
    return review;
  }

  /** Takes the last statement back. @returns what was taken back; null when there is nothing */
  undo(): Review | null {
    const target = this.#log.undoable;
    if (target) this.add({ kind: 'undo', reviewId: target.id }, []);
    return target;
  }

  /** Takes the last undo back. @returns what holds again; null when there is nothing */
  redo(): Review | null {
    const undo = this.#log.redoable;
    if (undo?.statement.kind !== 'undo') return null;
    const { reviewId } = undo.statement;
    this.add({ kind: 'undo', reviewId: undo.id }, []);
    return this.#log.reviews.find(({ id }) => id === reviewId) ?? null;
  }

  /** The photos, then every copy of them that is known now: a release is of all of them, and so is a hold. */
  #withCopies(mediaIds: readonly string[]): string[] {
    const groups = this.#groups();
    return [...new Set([...mediaIds, ...mediaIds.flatMap((id) => groups.get(id) ?? [])])];
  }

  #follow(): number {
    return this.#revision;
  }

  #write(reviews: readonly Review[]): void {
    this.#keep(reviews).catch(() => {
      this.unkept += reviews.length;
    });
  }
}
