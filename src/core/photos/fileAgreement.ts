import type { Media } from './media.ts';
import { isModelFailure } from './mediaStatus.ts';

/**
 * `equal`: size and time are. `moved`: of the same size, as a copy is, but of another time. `unread`: nothing is known of
 * the photo's own file.
 */
export type FileAgreement = 'equal' | 'moved' | 'different' | 'unread';

/** What size and time say of whether a file is the one that a photo was found as. Its name says nothing. */
export function agreementOf(
  { size, modifiedAt }: Pick<Media, 'size' | 'modifiedAt'>,
  file: { size: number; lastModified: number },
): FileAgreement {
  if (size === null) return 'unread';
  if (size !== file.size) return 'different';
  return modifiedAt === file.lastModified ? 'equal' : 'moved';
}

const hour = 3_600_000;

/** True for times that differ as a card's do when the computer's time zone changes: by whole hours, within a day. */
export function isZoneShift(modifiedAt: number | null, lastModified: number): boolean {
  const shift = Math.abs(lastModified - (modifiedAt ?? NaN));
  return shift <= 24 * hour && shift % hour === 0;
}

/** Whether anything is known of a photo that another file must not take the place of. */
export function isLearnt(media: Media): boolean {
  return media.contentKey !== null && (media.status !== 'failed' || isModelFailure(media));
}
