import { toBase64 } from '../../core/files/base64.ts';
import {
  galleryLeftOut,
  galleryParts,
  pictureText,
  type GalleryPicture,
} from '../../core/exchange/gallery/gallery.ts';
import { leavingInPictures } from '../../core/exchange/share/leavingNow.ts';
import { coveredPicture } from '../../platform/coveredPicture.ts';
import { findThumbnail } from '../../storage/outputRepository.ts';
import type { PreparedExport } from './exports.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';
import { leftOutText } from '../../words/exportTexts.ts';

/**
 * The gallery, with the thumbnails that were made while sifting, covered where the photos must be. It shows the survey as
 * it stands when it is read.
 *
 * @param isNamed whether it says who labelled each photo
 */
export function galleryExport(
  { survey, sharing }: Pick<Fieldsift, 'survey' | 'sharing'>,
  isNamed: boolean,
): PreparedExport {
  const gate = sharing.gate((now) => leavingInPictures(now));
  /** Covers by media id, of the pictures in the page as it was read last. */
  const shown = new Map<string, GalleryPicture['covers']>();
  const addressOf = async ({ mediaId }: GalleryPicture): Promise<string | null> => {
    const contentKey = survey.photo(mediaId)?.media.contentKey ?? null;
    const stored = contentKey === null ? null : await findThumbnail(contentKey);
    // Asked last, so that nothing said while the thumbnail was looked up is missed.
    const covers = gate.covers(mediaId);
    if (!stored || !covers) return null;
    shown.set(mediaId, covers);
    const picture = await coveredPicture(stored, covers);
    return picture && `data:${picture.mediaType};base64,${toBase64(new Uint8Array(picture.bytes))}`;
  };
  return {
    files: [
      {
        path: 'gallery.html',
        mediaType: 'text/html',
        pieces: async function* () {
          shown.clear();
          for (const part of galleryParts(survey.snapshot, leftOutText, isNamed)) {
            await sharing.reread(false);
            yield typeof part === 'string' ? part : pictureText(part, await addressOf(part));
          }
        },
        stands: () => [...shown].every(([mediaId, covers]) => gate.stands(mediaId, covers)),
      },
    ],
    leftOut: galleryLeftOut(survey.snapshot),
    refusals: [],
    reread: sharing.reread,
  };
}
