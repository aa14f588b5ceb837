import type { Media } from '../core/media/media.ts';
import { openDatabase, type StoredOutput, type StoredThumbnail } from './database.ts';
import { recordOf } from './outputRecord.ts';
import { inPages } from './pages.ts';

/** What sifting one photo gave: its record, and what is new under its content key. */
export interface SiftedMedia {
  media: Media;
  outputs: readonly StoredOutput[];
  thumbnail: StoredThumbnail | null;
}

/** Adds photos that were found, leaving those already known as they are. At most some thousand at a time. */
export async function addPendingMedia(found: readonly Media[]): Promise<void> {
  const transaction = (await openDatabase()).transaction('media', 'readwrite', { durability: 'relaxed' });
  const known = await Promise.all(found.map(({ id }) => transaction.store.getKey(id)));
  found.forEach((media, index) => {
    if (known[index] === undefined) void transaction.store.put(media);
  });
  await transaction.done;
}

/** Keeps results and statuses in one transaction, so that a crash leaves both or neither. */
export async function keepSifted(sifted: readonly SiftedMedia[]): Promise<void> {
  const transaction = (await openDatabase()).transaction(['media', 'outputs', 'thumbnails'], 'readwrite', {
    durability: 'relaxed',
  });
  for (const { media, outputs, thumbnail } of sifted) {
    void transaction.objectStore('media').put(media);
    for (const output of outputs) void transaction.objectStore('outputs').put(recordOf(output));
    if (thumbnail) void transaction.objectStore('thumbnails').put(thumbnail);
  }
  await transaction.done;
}

/** All photos of a survey, page by page, in the order of their ids. */
export async function* loadMedia(folderIds: readonly string[]): AsyncGenerator<Media[]> {
  const database = await openDatabase();
  for (const folderId of folderIds) {
    const upper = `${folderId}0`; // '0' is the character after '/', with which every id goes on
    yield* inPages<Media, string>(
      (lower, count) =>
        database.getAll(
          'media',
          IDBKeyRange.bound(lower ?? `${folderId}/`, upper, lower !== null, true),
          count,
        ),
      ({ id }) => id,
    );
  }
}

/** Makes failed photos pending again. */
export async function retryMedia(failed: readonly Media[]): Promise<Media[]> {
  const pending = failed.map((media): Media => ({ ...media, status: 'pending', failure: null }));
  const transaction = (await openDatabase()).transaction('media', 'readwrite');
  for (const media of pending) void transaction.store.put(media);
  await transaction.done;
  return pending;
}
