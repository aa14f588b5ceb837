import type { ReviewsInForce } from '../gate/gateReview.ts';
import type { ReviewLog } from '../review/reviewLog.ts';

/** The reviews of the people gate, by photo. */
export function gateReviewsOf(log: ReviewLog): ReviewsInForce {
  return { get: (mediaId) => log.photo(mediaId).gate ?? undefined };
}
