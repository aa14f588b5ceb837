import type { GateReview } from '../../decisions/gate/gateReview.ts';
import type { Observation } from '../../taxa/observation.ts';
import type { NameSpellings } from './nameSpelling.ts';
import type { Review } from './review.ts';

/** What somebody said of several photos as one event; see `ReviewStatement`. */
export interface EventReview {
  observations: readonly Observation[] | null;
  asOf: string;
  /** The photos of the event. */
  mediaIds: readonly string[];
  by: string;
  at: string;
  /** What the clock showed, where that is another moment than `at`. */
  saidAt?: string;
}

/** What people said of one photo, as it stands. */
export interface PhotoReview {
  /** What is in it, and who said so; null where that is left to the machine. */
  named: { observations: readonly Observation[]; by: string; at: string; saidAt?: string } | null;
  /** Whether it may leave the machine; null where nobody said. */
  gate: GateReview | null;
  starred: boolean;
  /** Empty for none. */
  note: string;
  /** The event that it is a photo of; absent where nobody said anything of one. */
  event?: EventReview;
}

/** Of a photo nobody said anything of. */
export const unreviewed: PhotoReview = { named: null, gate: null, starred: false, note: '' };

/**
 * What stands of a photo after these reviews: of each kind the last. A photo in which somebody named a person is held
 * until somebody releases it or takes that name back: another name given later lets nobody go.
 *
 * @param spellings how kinds are written that people wrote in several ways
 * @param reviews those of the photo that are in effect, in the order in which they count
 */
export function foldReviews(
  reviews: readonly Review[],
  spellings: Pick<NameSpellings, 'of'> = { of: (observations) => observations },
): PhotoReview {
  let { named, gate, starred, note } = unreviewed;
  let event: EventReview | null = null;
  let heldByName: GateReview | null = null;
  for (const { by, at, saidAt, mediaIds, statement } of reviews) {
    const said = saidAt === undefined ? { by, at } : { by, at, saidAt };
    switch (statement.kind) {
      case 'observations':
        named =
          statement.observations.length === 0
            ? null
            : { observations: spellings.of(statement.observations), ...said };
        if (statement.observations.some(({ role }) => role === 'person'))
          heldByName = { verdict: 'hold', mediaIds: [], signedOff: [], ...said };
        break;
      case 'event':
        event = {
          observations: statement.observations && spellings.of(statement.observations),
          ...{ asOf: statement.asOf, mediaIds, ...said },
        };
        break;
      case 'gate':
        gate = { verdict: statement.verdict, signedOff: statement.signedOff, mediaIds, ...said };
        if (statement.verdict !== 'withdraw') heldByName = null;
        break;
      case 'star':
        starred = statement.starred;
        break;
      case 'note':
        note = statement.text;
        break;
    }
  }
  const folded = { named, gate: heldByName ?? gate, starred, note };
  return event ? { ...folded, event } : folded;
}
