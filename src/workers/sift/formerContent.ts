import { readImageHeader } from '../../core/files/image/imageHeader.ts';
import { photoDamage, type Damage } from '../../core/files/image/damage.ts';
import { isTruncated } from '../../core/files/image/truncation.ts';
import type { ContentKeys } from '../../platform/contentKey.ts';
import { readPhotoMetadata } from '../../platform/exif.ts';
import { decodePhoto } from '../../platform/imageDecoder.ts';
import { makeThumbnail, thumbnailSize } from '../../platform/thumbnail.ts';
import { thumbnailPixels } from '../../platform/thumbnailPixels.ts';
import type { StoredThumbnail } from '../../storage/database.ts';
import { findThumbnail } from '../../storage/outputRepository.ts';

/** px of the longer side at which two small pictures are compared. */
const comparedSide = 32;
/** Levels of 255 that the coding of a small picture never makes, and the share of pixels that may differ by more. */
const mostLevels = 24;
const mostShare = 0.02;

/** What is damaged in a whole file; one that ends too early fails anyway. */
export function damageIn(bytes: Uint8Array): Damage | null {
  const { format } = readImageHeader(bytes);
  return isTruncated(bytes, format) ? null : photoDamage(bytes, format);
}

async function looksLike(kept: StoredThumbnail, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const { orientation } = await readPhotoMetadata(bytes);
  const photo = await decodePhoto(bytes, readImageHeader(bytes), thumbnailSize, orientation);
  const before = await thumbnailPixels(kept, comparedSide);
  const now = await thumbnailPixels(await makeThumbnail(photo), comparedSide);
  if (!before || before.data.length !== now?.data.length) return false;
  const { data } = now;
  let differing = 0;
  for (let at = 0; at < data.length; at += 4) {
    const isOther = [0, 1, 2].some(
      (channel) => Math.abs((data[at + channel] ?? 0) - (before.data[at + channel] ?? 0)) > mostLevels,
    );
    if (isOther) differing += 1;
  }
  return differing <= mostShare * (data.length / 4);
}

/**
 * What earlier versions kept of this very photo: their names of contents do not tell a photo from a copy with a hole.
 * So one counts only if it is whole and looks as the picture that was kept. Never throws.
 *
 * @param read gives all bytes of the file
 * @returns null where the content has the name of this version
 */
export async function formerContent(
  { contentKey, edgeKey }: ContentKeys,
  read: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<StoredThumbnail | null> {
  if (contentKey === edgeKey) return null;
  try {
    const kept = await findThumbnail(edgeKey);
    if (!kept || kept.wholeKey === contentKey) return kept;
    if (kept.wholeKey !== undefined) return null;
    const bytes = await read();
    if (damageIn(bytes) !== null || !(await looksLike(kept, bytes))) return null;
    return { ...kept, damage: null, wholeKey: contentKey };
  } catch {
    return null;
  }
}
