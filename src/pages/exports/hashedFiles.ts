import type { ExportFile, ExportPlan, PhotoHashes } from '../../core/exchange/exportFile.ts';
import type { Fieldsift } from '../shell/fieldsift.svelte.ts';
import type { PreparedExport } from './exports.ts';

/** By the key of the content, which stays the same wherever a file is moved: what was read once is not read again. */
const known = new Map<string, PhotoHashes>();

/**
 * Files that tell each photo file's hashes. Sifting reads photos without hashing them, which would cost everybody time;
 * here every photo is read once more, before the files are written.
 */
export function hashedFiles(
  hashed: NonNullable<ExportPlan['hashed']>,
  app: Fieldsift,
): { files: readonly ExportFile[]; begin: PreparedExport['begin'] } {
  const { photos } = app.survey.snapshot;
  return {
    files: hashed(({ media }) => known.get(media.contentKey ?? '') ?? null),
    begin: async (tell, signal) => {
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
