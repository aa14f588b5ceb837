import { openDatabase, type StoredOutput, type StoredThumbnail } from './database.ts';
import { inPages } from './pages.ts';

/** What a model said of a photo's content before, if it ever did. */
export async function findOutput(modelHash: string, contentKey: string): Promise<StoredOutput | null> {
  return (await (await openDatabase()).get('outputs', [modelHash, contentKey])) ?? null;
}

/** All outputs of one model, page by page. */
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
