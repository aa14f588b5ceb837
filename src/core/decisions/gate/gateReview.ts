import type { GateFrame } from './gateSequence.ts';

/**
 * What a human decided about the photos of a sequence. It is kept with the photos, not with the sequence, because a
 * change of the gap makes other sequences of them. Reviews are only ever added; of two about one photo the later holds.
 */
export interface GateReview {
  /** `hold`: there is a person. `release`: may go on, with all that is named in `signedOff`. `withdraw`: as if unseen. */
  verdict: 'hold' | 'release' | 'withdraw';
  mediaIds: readonly string[];
  /** Keys of the signs that were there to be seen; empty unless the verdict is `release`. */
  signedOff: readonly string[];
  /** Who. */
  by: string;
  /** Orders reviews, ISO 8601 in UTC. */
  at: string;
  /** What the clock showed, where that is another moment than `at`. */
  saidAt?: string;
}

/** The reviews in force, by photo. */
export type ReviewsInForce = Pick<ReadonlyMap<string, GateReview>, 'get'>;

/** For each photo the latest review of it; of the same moment, the last in the list. */
export function reviewsInForce(reviews: readonly GateReview[]): ReviewsInForce {
  const latest = new Map<string, GateReview>();
  for (const review of reviews) {
    for (const mediaId of review.mediaIds) {
      const known = latest.get(mediaId);
      if (!known || known.at <= review.at) latest.set(mediaId, review);
    }
  }
  return latest;
}

const noReviews: readonly GateReview[] = [];

/** The reviews of a sequence's photos, the latest first; withdrawn ones left out. */
export function reviewsOf(frames: readonly GateFrame[], inForce: ReviewsInForce): readonly GateReview[] {
  let reviews: Set<GateReview> | null = null;
  for (const { id } of frames) {
    const review = inForce.get(id);
    if (!review || review.verdict === 'withdraw') continue;
    reviews ??= new Set();
    reviews.add(review);
  }
  if (reviews === null) return noReviews;
  return [...reviews].sort((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0));
}
