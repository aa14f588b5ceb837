import { saidIn } from '../core/recipe/outputText.ts';
import type { PackedOutput } from '../core/recipe/recipeOutput.ts';
import { dropPart } from './blocks.ts';
import {
  openDatabase,
  type OutputKey,
  type OutputRecord,
  type StoredOutput,
  type StoredThumbnail,
} from './database.ts';
import { outputOf, recordOf } from './outputRecord.ts';
import { inPages } from './pages.ts';

/** What was said of a photo's content before, by the key of each run that there ever was. */
export async function findOutputs(
  keys: readonly string[],
  contentKey: string,
): Promise<Map<string, StoredOutput>> {
  const store = (await openDatabase()).transaction('outputs').store;
  const found = await Promise.all(keys.map((key) => store.get([key, contentKey])));
  return new Map(found.flatMap((record) => (record ? [[record.modelHash, outputOf(record)] as const] : [])));
}

/** What was said of one photo's content. */
export interface LoadedOutput extends OutputKey {
  said: PackedOutput;
}

/** All outputs under one key, page by page. */
export async function* loadOutputs(modelHash: string): AsyncGenerator<LoadedOutput[]> {
  const database = await openDatabase();
  const pages = inPages<OutputRecord, [string, string]>(
    (lower, count) =>
      database.getAll(
        'outputs',
        IDBKeyRange.bound(lower ?? [modelHash], [modelHash, []], lower !== null),
        count,
      ),
    (output) => [output.modelHash, output.contentKey],
  );
  for await (const page of pages) {
    yield page.map((record) => ({ contentKey: record.contentKey, modelHash, said: saidIn(record) }));
  }
}

/** Keeps what was said of some contents, in place of what was said under the same key before. */
export async function keepOutputs(outputs: readonly StoredOutput[]): Promise<void> {
  const transaction = (await openDatabase()).transaction(['outputs', 'blocks'], 'readwrite', {
    durability: 'relaxed',
  });
  for (const key of new Set(outputs.map(({ modelHash }) => modelHash))) {
    await dropPart(transaction.objectStore('blocks'), key);
  }
  for (const output of outputs) void transaction.objectStore('outputs').put(recordOf(output));
  await transaction.done;
}

/** How many of these are kept already. */
export async function countKnownOutputs(keys: readonly OutputKey[]): Promise<number> {
  const { store } = (await openDatabase()).transaction('outputs');
  const known = await Promise.all(
    keys.map(({ modelHash, contentKey }) => store.getKey([modelHash, contentKey])),
  );
  return known.filter((key) => key !== undefined).length;
}

/** Forgets all outputs under one key. */
export async function removeOutputs(modelHash: string): Promise<void> {
  const transaction = (await openDatabase()).transaction(['outputs', 'blocks'], 'readwrite');
  await dropPart(transaction.objectStore('blocks'), modelHash);
  void transaction.objectStore('outputs').delete(IDBKeyRange.bound([modelHash], [modelHash, []]));
  await transaction.done;
}

export async function findThumbnail(contentKey: string): Promise<StoredThumbnail | null> {
  return (await (await openDatabase()).get('thumbnails', contentKey)) ?? null;
}

/** Many thumbnails at once, in the order of their keys; null where there is none. */
export async function findThumbnails(contentKeys: readonly string[]): Promise<(StoredThumbnail | null)[]> {
  const store = (await openDatabase()).transaction('thumbnails').store;
  const found = await Promise.all(contentKeys.map((key) => store.get(key)));
  return found.map((thumbnail) => thumbnail ?? null);
}

export async function hasThumbnail(contentKey: string): Promise<boolean> {
  return (await (await openDatabase()).getKey('thumbnails', contentKey)) !== undefined;
}

export async function keepThumbnail(thumbnail: StoredThumbnail): Promise<void> {
  await (await openDatabase()).put('thumbnails', thumbnail);
}
