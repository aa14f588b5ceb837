import type { GateReview } from '../../decisions/gate/gateReview.ts';
import type { Observation } from '../../taxa/observation.ts';

/** What a person states of photos. Each kind replaces what was stated of the same photos in that kind before. */
export type ReviewStatement =
  /** What is in them: all of it. A blank is one observation of role `blank`; none at all gives them back to the machine. */
  | { kind: 'observations'; observations: readonly Observation[] }
  /**
   * What somebody saw over all of them as one event, in another program: none where it was left open there, null where
   * nothing was said of the whole. It holds until one of them is named after `asOf`, ISO 8601 in UTC.
   */
  | { kind: 'event'; observations: readonly Observation[] | null; asOf: string }
  /** Whether they may leave the machine; see `GateReview`. */
  | { kind: 'gate'; verdict: GateReview['verdict']; signedOff: readonly string[] }
  | { kind: 'star'; starred: boolean }
  | { kind: 'note'; text: string }
  /** That suspects of repeat detection are what they seem (`confirmed`: false positives) or are not. */
  | { kind: 'repeat-detection'; suspectKey: string; confirmed: boolean | null }
  /** Takes back another review; taking back such a one is redoing it. */
  | { kind: 'undo'; reviewId: string };

/**
 * What a person did, once. Reviews are only ever added: undo, history and provenance come for free, and merging two
 * laptops' work is the union of both. Kept with the photos, not with the sequence, because a change of the gap makes
 * other sequences of them.
 */
export interface Review {
  /** A UUID: the same review on two laptops is the same. */
  id: string;
  projectId: string;
  /** Who. */
  by: string;
  /** Orders reviews, ISO 8601 in UTC with ms: never before any review that was known when it was made. */
  at: string;
  /** What the clock showed, where that is another moment than `at`. */
  saidAt?: string;
  /** Counts up within a project on one laptop: the order of reviews in the same ms. */
  order: number;
  mediaIds: readonly string[];
  statement: ReviewStatement;
}

/** The same text for the same word, whenever it was taken over from another program. */
export function statementText(statement: ReviewStatement): string {
  return JSON.stringify(statement.kind === 'event' ? { ...statement, asOf: '' } : statement);
}

/** The order in which reviews count: by time, then by their number, then by id, the same on every laptop. */
export function compareReviews(left: Review, right: Review): number {
  if (left.at !== right.at) return left.at < right.at ? -1 : 1;
  return left.order - right.order || (left.id < right.id ? -1 : left.id > right.id ? 1 : 0);
}

/** The reviews that nobody took back, undos themselves left out, in the order in which they count. */
export function reviewsInEffect(reviews: readonly Review[]): Review[] {
  const undone = new Set<string>();
  const ordered = [...reviews].sort(compareReviews);
  // From the last to the first: an undo that was itself undone takes nothing back.
  for (const { id, statement } of ordered.toReversed()) {
    if (statement.kind === 'undo' && !undone.has(id)) undone.add(statement.reviewId);
  }
  return ordered.filter(({ id, statement }) => statement.kind !== 'undo' && !undone.has(id));
}
