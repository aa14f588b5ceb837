import type { GateReview } from '../../decisions/gate/gateReview.ts';
import type { CopyGroups } from '../../decisions/sequence/duplicate.ts';
import { foldReviews, unreviewed, type PhotoReview } from './photoReview.ts';
import { compareReviews, type Review } from './review.ts';
import type { ReviewLog } from './reviewLog.ts';
import { withSignsOf } from './signedOff.ts';

/** What people said of photos, and what changed of it. */
export interface PhotoReviews {
  /** All that was said. */
  readonly log: ReviewLog;
  /** Another number after every change. */
  readonly revision: number;
  /** True while nobody said anything. */
  readonly isEmpty: boolean;
  /** The photos whose reviews changed since a revision; null where that is not known any more. */
  touchedSince(revision: number): readonly string[] | null;
  /** What stands of a photo. */
  photo(mediaId: string): PhotoReview;
}

/**
 * What people said of contents: what was said of one copy of a photo holds for every file with that content, the latest
 * word of each kind. A hold of any copy that nobody released since holds all of them, whatever was said of another one
 * before anybody knew that the two are the same.
 */
export class ContentReviews implements PhotoReviews {
  readonly log: ReviewLog;
  readonly #groups: CopyGroups;
  readonly #folded = new Map<string, { of: readonly PhotoReview[]; together: PhotoReview }>();

  constructor(log: ReviewLog, groups: CopyGroups) {
    this.log = log;
    this.#groups = groups;
  }

  get revision(): number {
    return this.log.revision;
  }

  get isEmpty(): boolean {
    return this.log.isEmpty;
  }

  touchedSince(revision: number): readonly string[] | null {
    const touched = this.log.touchedSince(revision);
    if (touched === null || touched.length === 0 || this.#groups.size === 0) return touched;
    return touched.flatMap((id) => this.#groups.get(id) ?? id);
  }

  /** What stands of a photo's content; the same object until a review of one of its copies changes it. */
  photo(mediaId: string): PhotoReview {
    const copies = this.log.isEmpty ? undefined : this.#groups.get(mediaId);
    if (!copies) return this.log.photo(mediaId);
    const each = copies.map((id) => this.log.photo(id));
    if (each.every((review) => review === unreviewed)) return unreviewed;
    const key = copies[0] ?? mediaId;
    const known = this.#folded.get(key);
    if (known?.of.every((review, place) => review === each[place])) return known.together;
    const together = this.#together(copies, each);
    this.#folded.set(key, { of: each, together });
    return together;
  }

  /** Whether anybody said anything of this very file. */
  isReviewed(mediaId: string): boolean {
    return this.log.reviewsOf(mediaId).length > 0;
  }

  #together(copies: readonly string[], each: readonly PhotoReview[]): PhotoReview {
    const all = new Set(copies.flatMap((id) => this.log.reviewsOf(id)));
    const namesOf = (id: string): readonly string[] => (copies.includes(id) ? copies : [id]);
    const ofAll = [...all].sort(compareReviews).map((review): Review => ({
      ...review,
      statement: withSignsOf(review.statement, namesOf),
    }));
    const folded = foldReviews(ofAll, this.log.spellings);
    const holds = each.flatMap(({ gate }) => (gate?.verdict === 'hold' ? [gate] : []));
    const latest = holds.reduce<GateReview | null>(
      (last, hold) => (last === null || last.at < hold.at ? hold : last),
      null,
    );
    return { ...folded, gate: folded.gate?.verdict === 'hold' ? folded.gate : (latest ?? folded.gate) };
  }
}
