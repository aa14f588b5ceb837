import type { Media } from '../core/media/media.ts';
import { contentKeyOf } from '../platform/contentKey.ts';
import type { PhotoFolder } from '../platform/folder.ts';
import { pathInFolder } from './folderAccess.ts';

const sampleSize = 20;

/**
 * Tells whether a dropped folder is one that was dropped before, by looking at some of its photos: cards of two
 * cameras often hold folders and files of the same names, but not files of the same size and time. Copying may change
 * the time; then the content decides.
 *
 * @param known photos of the folder that was dropped before
 */
export async function isSameFolder(known: readonly Media[], folder: PhotoFolder): Promise<boolean> {
  const step = Math.max(1, Math.floor(known.length / sampleSize));
  const sample = known.filter((_, index) => index % step === 0).slice(0, sampleSize);
  const equal = await Promise.all(sample.map((media) => isSameFile(media, folder)));
  return sample.length > 0 && equal.filter(Boolean).length * 2 >= sample.length;
}

async function isSameFile(media: Media, folder: PhotoFolder): Promise<boolean> {
  try {
    const file = await folder.open(pathInFolder(media));
    if (media.size === null || media.size !== file.size) return media.size === null;
    return media.modifiedAt === file.lastModified || media.contentKey === (await contentKeyOf(file));
  } catch {
    return false;
  }
}
