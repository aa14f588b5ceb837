import { openDatabase, type StoredOutput, type StoredThumbnail } from './database.ts';
import { inPages } from './pages.ts';

/** What was said of a photo's content before, by the key of each run that there ever was. */
export async function findOutputs(
  keys: readonly string[],
  contentKey: string,
): Promise<Map<string, StoredOutput>> {
  const store = (await openDatabase()).transaction('outputs').store;
  const found = await Promise.all(keys.map((key) => store.get([key, contentKey])));
  return new Map(found.flatMap((output) => (output ? [[output.modelHash, output] as const] : [])));
}

/** All outputs under one key, page by page. */
export async function* loadOutputs(modelHash: string): AsyncGenerator<StoredOutput[]> {
  const database = await openDatabase();
  yield* inPages<StoredOutput, [string, string]>(
    (lower, count) =>
      database.getAll(
        'outputs',
        IDBKeyRange.bound(lower ?? [modelHash], [modelHash, []], lower !== null),
        count,
      ),
    (output) => [output.modelHash, output.contentKey],
  );
}

export async function findThumbnail(contentKey: string): Promise<StoredThumbnail | null> {
  return (await (await openDatabase()).get('thumbnails', contentKey)) ?? null;
}

export async function hasThumbnail(contentKey: string): Promise<boolean> {
  return (await (await openDatabase()).getKey('thumbnails', contentKey)) !== undefined;
}
