import type { ExportPicture } from '../core/formats/exportFile.ts';
import type { PreparedFile } from './exports.ts';
import type { Fieldsift } from './fieldsift.svelte.ts';
import { PhotoLeftOut } from './photoLeftOut.ts';

/** Longest side of a picture in an export, in pixels: enough for a screen. */
const longestSide = 1920;

/** A photo of an export, made anew from its pixels when it is read, with its covers. */
export function pictureFile(
  { path, mediaId, covers, mostBytes }: ExportPicture,
  app: Fieldsift,
): PreparedFile {
  return {
    path,
    mediaType: 'image/jpeg',
    pieces: async function* () {
      const made = await app.sharing.copy(mediaId, { covers, infoBar: 0, longestSide, mostBytes });
      if ('failure' in made) throw new PhotoLeftOut(`${path}: ${made.failure}`);
      yield made.bytes;
    },
  };
}
