import { foldReviews, unreviewed, type PhotoReview } from './photoReview.ts';
import type { PhotoReviews } from './contentReviews.ts';
import { NameSpellings } from './nameSpelling.ts';
import { compareReviews, reviewsInEffect, type Review } from './review.ts';

/**
 * All reviews of a survey, and what stands after them. Adding the newest costs only the photos it is of, because photos
 * are folded when they are asked for; what is asked for twice is the same object until a review changes it.
 */
export class ReviewLog implements PhotoReviews {
  #reviews: Review[] = [];
  #inEffect = new Set<string>();
  #byId = new Map<string, Review>();
  #ofPhoto = new Map<string, Review[]>();
  #folded = new Map<string, PhotoReview>();
  #spellings = new NameSpellings();
  /** The photos that each change since the last reckoning from the start was about. */
  #touched: (readonly string[])[] = [];
  /** How many changes were before those. */
  #untraced = 0;
  /** What undo would take back next, the last in front. */
  #done: string[] = [];
  /** The undos that redo would take back, the last in front. */
  #undone: string[] = [];

  constructor(reviews: Iterable<Review> = []) {
    this.#reset([...reviews]);
  }

  /** Every review ever made, in the order in which they count. */
  get reviews(): readonly Review[] {
    return this.#reviews;
  }

  /** How each kind is written that people wrote in several ways. */
  get spellings(): Pick<NameSpellings, 'of'> {
    return this.#spellings;
  }

  /** The review that undo takes back; null when there is none. */
  get undoable(): Review | null {
    return this.#byId.get(this.#done.at(-1) ?? '') ?? null;
  }

  /** The undo that redo takes back; null when something else was reviewed since. */
  get redoable(): Review | null {
    return this.#byId.get(this.#undone.at(-1) ?? '') ?? null;
  }

  /** When the last review was made, which none that is added here may precede; null for none. */
  get lastAt(): string | null {
    return this.#reviews.at(-1)?.at ?? null;
  }

  /** What one undo takes back, the last in front: all that was said by one act. */
  get undoableAct(): readonly Review[] {
    return this.#act(this.#done);
  }

  /** The undos that one redo takes back, the last in front. */
  get redoableAct(): readonly Review[] {
    return this.#act(this.#undone);
  }

  /** Whether a review holds: nobody took it back. */
  isInEffect(id: string): boolean {
    return this.#inEffect.has(id);
  }

  /** A review by its id; null where there is none. */
  review(id: string): Review | null {
    return this.#byId.get(id) ?? null;
  }

  /** The number that the next review gets. */
  get nextOrder(): number {
    return this.#reviews.reduce((most, { order }) => Math.max(most, order), 0) + 1;
  }

  /** Another number after every change. */
  get revision(): number {
    return this.#untraced + this.#touched.length;
  }

  /** The photos whose reviews changed since a revision; null where that is not known any more. */
  touchedSince(revision: number): readonly string[] | null {
    return revision < this.#untraced ? null : this.#touched.slice(revision - this.#untraced).flat();
  }

  get log(): this {
    return this;
  }

  get isEmpty(): boolean {
    return this.#reviews.length === 0;
  }

  /** The reviews in effect of a photo, in the order in which they count. */
  reviewsOf(mediaId: string): readonly Review[] {
    const reviews = this.#ofPhoto.get(mediaId) ?? [];
    return reviews.filter(({ id }) => this.#inEffect.has(id)).sort(compareReviews);
  }

  /** What stands of a photo. */
  photo(mediaId: string): PhotoReview {
    // The common cases, told by one question: nobody said anything yet, or not of this one.
    if (this.#ofPhoto.size === 0) return unreviewed;
    const reviews = this.#ofPhoto.get(mediaId);
    if (!reviews) return unreviewed;
    const known = this.#folded.get(mediaId);
    if (known) return known;
    const folded = foldReviews(this.reviewsOf(mediaId), this.#spellings);
    this.#folded.set(mediaId, folded);
    return folded;
  }

  /** Whether suspects of repeat detection are what they seem, by their key; those nobody judged are left out. */
  repeatVerdicts(): ReadonlyMap<string, boolean> {
    const verdicts = new Map<string, boolean>();
    for (const { id, statement } of this.#reviews) {
      if (statement.kind !== 'repeat-detection' || !this.#inEffect.has(id)) continue;
      if (statement.confirmed === null) verdicts.delete(statement.suspectKey);
      else verdicts.set(statement.suspectKey, statement.confirmed);
    }
    return verdicts;
  }

  /** Whether a review of that id was added. */
  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** Adds a review; one that is known already changes nothing. */
  add(review: Review): void {
    this.addAll([review]);
  }

  /** Adds reviews; however many they are, what stands is reckoned from the start at most once. */
  addAll(reviews: Iterable<Review>): void {
    let isKept = true;
    for (const review of reviews) {
      if (this.#byId.has(review.id)) continue;
      const last = this.#reviews.at(-1);
      this.#reviews.push(review);
      this.#byId.set(review.id, review);
      this.#spellings.add(review);
      isKept &&= !(last && compareReviews(last, review) > 0) && this.#follow(review);
    }
    if (!isKept) this.#reset(this.#reviews);
  }

  /** Follows a review that was added behind all others. @returns false when all must be reckoned from the start */
  #follow(review: Review): boolean {
    const { id, mediaIds, statement } = review;
    if (statement.kind === 'undo') return this.#takeBack(review, statement.reviewId);
    this.#inEffect.add(id);
    this.#done.push(id);
    this.#undone = [];
    this.#touched.push(mediaIds);
    for (const mediaId of mediaIds) {
      const known = this.#ofPhoto.get(mediaId);
      if (known) known.push(review);
      else this.#ofPhoto.set(mediaId, [review]);
      this.#folded.delete(mediaId);
    }
    return true;
  }

  /** @returns false when all must be reckoned from the start */
  #takeBack(undo: Review, target: string): boolean {
    const taken = this.#byId.get(target);
    // Only undos made here in order of time are quick; anything else is reckoned from the start.
    if (taken?.statement.kind === 'undo' && this.#undone.at(-1) === target) {
      this.#undone.pop();
      this.#done.push(taken.statement.reviewId);
      this.#turn(taken.statement.reviewId, true);
    } else if (taken && taken.statement.kind !== 'undo' && this.#done.at(-1) === target) {
      this.#done.pop();
      this.#undone.push(undo.id);
      this.#turn(target, false);
    } else return false;
    return true;
  }

  /** The reviews at the end of a list of ids that one person made in one moment. */
  #act(ids: readonly string[]): readonly Review[] {
    const last = this.#byId.get(ids.at(-1) ?? '');
    if (!last) return [];
    const act: Review[] = [];
    for (let place = ids.length - 1; place >= 0; place -= 1) {
      const review = this.#byId.get(ids[place] ?? '');
      if (review?.at !== last.at || review.by !== last.by) break;
      act.push(review);
    }
    return act;
  }

  /** Puts a review in or out of effect. */
  #turn(id: string, inEffect: boolean): void {
    if (inEffect) this.#inEffect.add(id);
    else this.#inEffect.delete(id);
    const mediaIds = this.#byId.get(id)?.mediaIds ?? [];
    for (const mediaId of mediaIds) this.#folded.delete(mediaId);
    this.#touched.push(mediaIds);
  }

  #reset(reviews: Review[]): void {
    this.#untraced = this.revision + 1;
    this.#touched = [];
    this.#reviews = reviews.sort(compareReviews);
    this.#byId = new Map(reviews.map((review) => [review.id, review]));
    const effective = reviewsInEffect(reviews);
    this.#inEffect = new Set(effective.map(({ id }) => id));
    this.#done = effective.map(({ id }) => id);
    this.#undone = undosToRedo(reviews, this.#byId);
    this.#folded.clear();
    this.#spellings = new NameSpellings();
    for (const review of this.#reviews) this.#spellings.add(review);
    this.#ofPhoto = new Map();
    for (const review of reviews) {
      for (const mediaId of review.statement.kind === 'undo' ? [] : review.mediaIds) {
        const known = this.#ofPhoto.get(mediaId);
        if (known) known.push(review);
        else this.#ofPhoto.set(mediaId, [review]);
      }
    }
  }
}

/** The undos since the last review that was none, less those that were taken back. */
function undosToRedo(reviews: readonly Review[], byId: ReadonlyMap<string, Review>): string[] {
  const undos: string[] = [];
  for (const { id, statement } of reviews) {
    if (statement.kind !== 'undo') undos.length = 0;
    else if (byId.get(statement.reviewId)?.statement.kind !== 'undo') undos.push(id);
    else if (undos.includes(statement.reviewId)) undos.splice(undos.indexOf(statement.reviewId), 1);
  }
  return undos;
}
