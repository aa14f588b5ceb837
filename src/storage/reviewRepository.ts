import type { Review } from '../core/survey/reviews/review.ts';
import { readableReview } from '../core/survey/readable.ts';
import { setAside } from './setAside.ts';
import { openDatabase } from './database.ts';
import { written } from './written.ts';

/** The keys of all reviews of a survey; an array comes after every text. */
export function reviewsOfSurvey(projectId: string): IDBKeyRange {
  return IDBKeyRange.bound([projectId], [projectId, []]);
}

/**
 * Keeps reviews. They are only ever added: one that its survey knows already stays as it is.
 *
 * @throws DOMException when the disk is full or the browser refuses
 */
export async function addReviews(reviews: readonly Review[]): Promise<void> {
  // What a person did is not done again by itself, so it is written through to the disk.
  const transaction = (await openDatabase()).transaction('reviews', 'readwrite', { durability: 'strict' });
  const known = await Promise.all(
    reviews.map(({ projectId, id }) => transaction.store.getKey([projectId, id])),
  );
  const added = reviews.filter((_, index) => known[index] === undefined);
  await written(
    transaction,
    added.map((review) => transaction.store.add(review)),
  );
}

/** Reviews of a survey that are not known yet, such as those of another tab. @param isKnown by id */
export async function loadNewReviews(projectId: string, isKnown: (id: string) => boolean): Promise<Review[]> {
  const { store } = (await openDatabase()).transaction('reviews');
  const keys = await store.getAllKeys(reviewsOfSurvey(projectId));
  const added = await Promise.all(keys.flatMap((key) => (isKnown(key[1]) ? [] : [store.get(key)])));
  return added.flatMap((review) => review ?? []);
}

/** How many reviews of a survey are kept; they are only ever added. */
export async function countReviews(projectId: string): Promise<number> {
  return (await openDatabase()).count('reviews', reviewsOfSurvey(projectId));
}

/** All reviews of a survey, in no order that means anything. */
export async function loadReviews(projectId: string): Promise<Review[]> {
  const reviews = await (await openDatabase()).getAll('reviews', reviewsOfSurvey(projectId));
  return reviews.flatMap((review) => {
    const readable = readableReview(review);
    if (readable !== review) setAside(`${review.by}, ${review.at}`);
    return readable ?? [];
  });
}
