import type { ExportPicture } from '../core/formats/exportFile.ts';
import { smallCopy } from '../platform/smallCopy.ts';
import type { PreparedFile } from './exports.ts';
import type { Fieldsift } from './fieldsift.svelte.ts';

/** A photo of an export, made anew from its pixels when it is read. */
export function pictureFile({ path, mediaId, mostBytes }: ExportPicture, app: Fieldsift): PreparedFile {
  return {
    path,
    mediaType: 'image/jpeg',
    pieces: async function* () {
      const media = app.survey.photos().find(({ id }) => id === mediaId)?.media;
      const file = media ? await app.picture(media) : null;
      const bytes = file && (await smallCopy(file, mostBytes ?? Infinity));
      if (!bytes)
        throw new Error(
          `The photo for "${path}" cannot be read. Drop its folder again, then export once more.`,
        );
      yield bytes;
    },
  };
}
