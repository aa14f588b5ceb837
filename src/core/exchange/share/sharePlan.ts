import { mayLeave } from '../../decisions/gate/peopleGate.ts';
import type { BoundingBox } from '../../models/prediction/box.ts';
import { copyNames } from './copyNames.ts';
import { coveringOf, type CoverThresholds, type LeaveOutReason } from './covers.ts';
import type { ShareablePhoto, ShareableSequence } from './shareable.ts';
import type { ShareOptions } from './shareOptions.ts';

export interface PlannedCopy {
  photo: ShareablePhoto;
  sequenceId: string;
  /** Where the copy goes, relative to the chosen folder, with `/`. */
  name: string;
  /** To be filled, 0-1 of the upright photo. */
  covers: readonly BoundingBox[];
}

export interface LeftOutPhoto {
  photo: ShareablePhoto;
  sequenceId: string;
  reason: LeaveOutReason;
}

/** Every photo of the chosen sequences is in exactly one of the two. */
export interface SharePlan {
  copies: PlannedCopy[];
  leftOut: LeftOutPhoto[];
}

/**
 * Which photos are copied, how, and which are left out and why. A sequence that the people gate holds is never copied,
 * whoever chose it.
 *
 * @param thresholds as `coverThresholds`
 */
export function planShare(
  sequences: readonly ShareableSequence[],
  thresholds: CoverThresholds,
  options: ShareOptions,
): SharePlan {
  const leftOut: LeftOutPhoto[] = [];
  const chosen: Omit<PlannedCopy, 'name'>[] = [];
  for (const { id: sequenceId, gate: state, photos } of sequences) {
    for (const photo of photos) {
      if (!mayLeave(state)) {
        leftOut.push({ photo, sequenceId, reason: 'held' });
        continue;
      }
      const covering = coveringOf(photo, thresholds, options);
      if (covering.kind === 'copy') chosen.push({ photo, sequenceId, covers: covering.covers });
      else leftOut.push({ photo, sequenceId, reason: covering.reason });
    }
  }
  const names = copyNames(
    chosen.map(({ photo }) => photo),
    options,
  );
  return { copies: chosen.map((copy, index) => ({ ...copy, name: names[index] ?? '' })), leftOut };
}
