import { toBase64 } from '../core/formats/base64.ts';
import { galleryLeftOut, galleryParts, pictureText } from '../core/formats/gallery/gallery.ts';
import type { SurveySnapshot } from '../core/survey/surveySnapshot.ts';
import { findThumbnail } from '../storage/outputRepository.ts';
import type { PreparedExport } from './exports.ts';

/** The gallery, with the thumbnails that were made while sifting. */
export function galleryExport(snapshot: SurveySnapshot): PreparedExport {
  const contentKeys = new Map(snapshot.photos.map(({ media }) => [media.id, media.contentKey]));
  const addressOf = async (mediaId: string): Promise<string | null> => {
    const contentKey = contentKeys.get(mediaId) ?? null;
    const stored = contentKey === null ? null : await findThumbnail(contentKey);
    return stored && `data:${stored.mediaType};base64,${toBase64(new Uint8Array(stored.bytes))}`;
  };
  return {
    files: [
      {
        path: 'gallery.html',
        mediaType: 'text/html',
        pieces: async function* () {
          for (const part of galleryParts(snapshot)) {
            yield typeof part === 'string' ? part : pictureText(part, await addressOf(part.mediaId));
          }
        },
      },
    ],
    leftOut: galleryLeftOut(snapshot),
    refusals: [],
  };
}
