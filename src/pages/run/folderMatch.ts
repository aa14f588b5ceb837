import { agreementOf, isZoneShift } from '../../core/photos/fileAgreement.ts';
import type { Media } from '../../core/photos/media.ts';
import { contentKeyOf, contentKeysOf, isContent } from '../../platform/contentKey.ts';
import type { PhotoFolder } from '../../platform/folder.ts';
import { pathInFolder } from './folderAccess.ts';

const sampleSize = 20;

export type FileMatch = 'same' | 'other' | 'unknown';

/** What else is known of the place that the photos came from. */
export interface FolderEvidence {
  /** The file that a photo was found as, where it can still be read; else null. */
  ownFile: (media: Media) => Promise<File | null>;
  /** True where the browser says that both folders lie in one place, be it with another card in it. */
  samePlace: boolean;
}

/** Whether a file begins and ends as a photo did, and has its size. @throws DOMException when it can no longer be read */
export async function hasEdgesOf(media: Media, file: File): Promise<boolean> {
  return (media.edgeKey ?? media.contentKey) === (await contentKeysOf(file)).edgeKey;
}

/**
 * Tells whether a file is the one that a photo was found as, by size and content; by size and time where the photo was
 * not read yet and its own file is out of reach. A name proves nothing.
 *
 * @throws DOMException when the file can no longer be read
 */
export async function matchFile(
  media: Media,
  file: File,
  ownFile: FolderEvidence['ownFile'],
): Promise<FileMatch> {
  const agreement = agreementOf(media, file);
  if (agreement === 'different') return 'other';
  if (agreement !== 'unread' && media.contentKey !== null) {
    if (await isContent(file, media.contentKey)) return 'same';
    if (!media.damage) return 'other';
    // A damaged photo that was copied again, and better.
    if (await hasEdgesOf(media, file)) return 'same';
    return agreement === 'equal' ? 'unknown' : 'other';
  }
  const own = await ownFile(media);
  if (own) return (await contentKeyOf(own)) === (await contentKeyOf(file)) ? 'same' : 'other';
  if (agreement === 'equal') return 'same';
  return agreement === 'unread' || isZoneShift(media.modifiedAt, file.lastModified) ? 'unknown' : 'other';
}

/**
 * Tells whether a folder is one that was dropped before, by looking at some of its photos: cards of two cameras often
 * hold folders and files of the same names. Where nothing speaks for it, it is another one.
 *
 * @param known photos of the folder that was dropped before
 */
export async function isSameFolder(
  known: readonly Media[],
  folder: PhotoFolder,
  { ownFile, samePlace }: FolderEvidence,
): Promise<boolean> {
  if (known.length === 0) return samePlace;
  const step = Math.max(1, Math.floor(known.length / sampleSize));
  const sample = known.filter((_, index) => index % step === 0).slice(0, sampleSize);
  const matches = await Promise.all(
    sample.map((media) =>
      folder.open(pathInFolder(media)).then(
        (file) => matchFile(media, file, ownFile),
        () => 'missing' as const,
      ),
    ),
  ).catch(() => []);
  const count = (wanted: string) => matches.filter((match) => match === wanted).length;
  const [same, other] = [count('same'), count('other')];
  if (samePlace) return other === 0 ? same + count('unknown') > 0 : same > other;
  return same > 0 && same * 2 >= sample.length;
}
