import type { Media } from '../core/photos/media.ts';
import { dropBlocks, dropPart, idsOf } from './blocks.ts';
import { openDatabase, type StoredOutput, type StoredThumbnail } from './database.ts';
import { recordOf } from './outputRecord.ts';
import { inPages } from './pages.ts';
import { written } from './written.ts';

/** What sifting one photo gave: its record, and what is new under its content key. */
export interface SiftedMedia {
  media: Media;
  outputs: readonly StoredOutput[];
  thumbnail: StoredThumbnail | null;
}

/** Adds photos that were found, leaving those already known as they are. At most some thousand at a time. */
export async function addPendingMedia(found: readonly Media[]): Promise<void> {
  const transaction = (await openDatabase()).transaction(['media', 'blocks'], 'readwrite', {
    durability: 'relaxed',
  });
  const store = transaction.objectStore('media');
  const known = await Promise.all(found.map(({ id }) => store.getKey(id)));
  const added = found.filter((_, index) => known[index] === undefined);
  await dropBlocks(transaction.objectStore('blocks'), added);
  await written(
    transaction,
    added.map((media) => store.put(media)),
  );
}

/** Keeps results and statuses in one transaction, so that a crash leaves both or neither. */
export async function keepSifted(sifted: readonly SiftedMedia[]): Promise<void> {
  const transaction = (await openDatabase()).transaction(
    ['media', 'outputs', 'thumbnails', 'blocks'],
    'readwrite',
    { durability: 'relaxed' },
  );
  const blocks = transaction.objectStore('blocks');
  const store = transaction.objectStore('outputs');
  const said = sifted.flatMap(({ outputs }) => outputs);
  const before = await Promise.all(
    said.map(({ modelHash, contentKey }) => store.getKey([modelHash, contentKey])),
  );
  // Something else said of a content that other photos may have too.
  for (const key of new Set(before.flatMap((known) => known?.[0] ?? []))) await dropPart(blocks, key);
  await dropBlocks(
    blocks,
    sifted.map(({ media }) => media),
  );
  const writes = sifted.flatMap(({ media, outputs, thumbnail }): Promise<unknown>[] => [
    transaction.objectStore('media').put(media),
    ...outputs.map((output) => store.put(recordOf(output))),
    ...(thumbnail ? [transaction.objectStore('thumbnails').put(thumbnail)] : []),
  ]);
  await written(transaction, writes);
}

/** All photos of a survey, page by page, in the order of their ids. */
export async function* loadMedia(folderIds: readonly string[]): AsyncGenerator<Media[]> {
  const database = await openDatabase();
  for (const folderId of folderIds) {
    const ids = idsOf(folderId);
    yield* inPages<Media, string>(
      (lower, count) =>
        database.getAll(
          'media',
          IDBKeyRange.bound(lower ?? ids.lower, ids.upper, lower !== null, true),
          count,
        ),
      ({ id }) => id,
    );
  }
}

/** Makes failed photos pending again, whatever their files are now. */
export async function retryMedia(failed: readonly Media[]): Promise<Media[]> {
  const pending = failed.map((media): Media => ({
    ...media,
    ...{ status: 'pending', failure: null, size: null, modifiedAt: null },
  }));
  await putPendingMedia(pending);
  return pending;
}

/** Keeps photos as pending that were known as something else, or with another size and time. */
export async function putPendingMedia(pending: readonly Media[]): Promise<void> {
  const transaction = (await openDatabase()).transaction(['media', 'blocks'], 'readwrite');
  await dropBlocks(transaction.objectStore('blocks'), pending);
  const store = transaction.objectStore('media');
  await written(
    transaction,
    pending.map((media) => store.put(media)),
  );
}
