import type { Review } from './reviews/review.ts';

/** The last time a survey was saved as a project file on this machine. */
export interface SavedProject {
  /** ISO 8601 in UTC. */
  at: string;
  /** Reviews it held. */
  reviews: number;
}

/** Work that would be lost with the browser's data: this many reviews, or any that are this old. */
const mostReviews = 200;
const mostDays = 7;

/**
 * How many reviews lie in this browser alone, once that is worth a word; null before.
 *
 * @param reviews in the order in which they were made
 * @param now ISO 8601 in UTC
 */
export function backupDue(
  reviews: readonly Pick<Review, 'at'>[],
  saved: SavedProject | null,
  now: string,
): number | null {
  const kept = Math.min(saved?.reviews ?? 0, reviews.length);
  const unsaved = reviews.length - kept;
  const first = reviews[kept];
  if (!first) return null;
  const since = saved && saved.at > first.at ? saved.at : first.at;
  const days = (Date.parse(now) - Date.parse(since)) / 86_400_000;
  return unsaved >= mostReviews || days >= mostDays ? unsaved : null;
}
