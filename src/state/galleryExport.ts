import { toBase64 } from '../core/formats/base64.ts';
import {
  galleryLeftOut,
  galleryParts,
  pictureText,
  type GalleryPicture,
} from '../core/formats/gallery/gallery.ts';
import type { SurveySnapshot } from '../core/survey/surveySnapshot.ts';
import { coveredPicture } from '../platform/coveredPicture.ts';
import { findThumbnail } from '../storage/outputRepository.ts';
import type { PreparedExport } from './exports.ts';

/** The gallery, with the thumbnails that were made while sifting, covered where the photos must be. */
export function galleryExport(snapshot: SurveySnapshot): PreparedExport {
  const contentKeys = new Map(snapshot.photos.map(({ media }) => [media.id, media.contentKey]));
  const addressOf = async ({ mediaId, covers }: GalleryPicture): Promise<string | null> => {
    const contentKey = contentKeys.get(mediaId) ?? null;
    const stored = contentKey === null ? null : await findThumbnail(contentKey);
    const shown = stored && (await coveredPicture(stored, covers));
    return shown && `data:${shown.mediaType};base64,${toBase64(new Uint8Array(shown.bytes))}`;
  };
  return {
    files: [
      {
        path: 'gallery.html',
        mediaType: 'text/html',
        pieces: async function* () {
          for (const part of galleryParts(snapshot)) {
            yield typeof part === 'string' ? part : pictureText(part, await addressOf(part));
          }
        },
      },
    ],
    leftOut: galleryLeftOut(snapshot),
    refusals: [],
  };
}
