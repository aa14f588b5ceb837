import type { ReviewsInForce } from '../decisions/gate/gateReview.ts';
import type { PhotoReviews } from './reviews/contentReviews.ts';

/** The reviews of the people gate, by photo. */
export function gateReviewsOf(log: PhotoReviews): ReviewsInForce {
  return { get: (mediaId) => log.photo(mediaId).gate ?? undefined };
}
