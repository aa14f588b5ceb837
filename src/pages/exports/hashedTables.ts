import type { PhotoHashes } from '../../core/exchange/tables/photosTable.ts';
import { photosTable } from '../../core/exchange/tables/photosTable.ts';
import type { PreparedExport } from './exports.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';

/** By the key of the content, which stays the same wherever a file is moved: what was read once is not read again. */
const known = new Map<string, PhotoHashes>();

/**
 * The tables with each photo file's hashes in `photos.csv`. Sifting reads photos without hashing them, which would cost
 * everybody time; here every photo is read once more, before the tables are written.
 */
export function hashedTables(tables: PreparedExport, app: Fieldsift): PreparedExport {
  const { snapshot } = app.survey;
  const { path, mediaType, text } = photosTable(
    snapshot,
    ({ media }) => known.get(media.contentKey ?? '') ?? null,
  );
  return {
    ...tables,
    files: tables.files.map((file) => (file.path === path ? { path, mediaType, pieces: text } : file)),
    begin: async (tell, signal) => {
      const { photos } = snapshot;
      for (const [index, photo] of photos.entries()) {
        signal.throwIfAborted();
        tell(index, photos.length);
        const key = photo.media.contentKey;
        if (key === null || known.has(key)) continue;
        const hashes = await app.sharing.hash(photo);
        if (hashes) known.set(key, hashes);
      }
    },
  };
}
