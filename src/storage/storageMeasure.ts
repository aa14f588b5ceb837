import { blocksOf } from './blocks.ts';
import { openDatabase } from './database.ts';
import { reviewsOfSurvey } from './reviewRepository.ts';
import { roughBytes } from './roughBytes.ts';

/** How much of one kind is kept. */
export interface StoredAmount {
  count: number;
  /** Reckoned from a sample. */
  bytes: number;
}

/** Records that are looked at; keys are hashes, so the first ones are as good as any. */
const sampleSize = 200;

async function amountOf(count: number, sample: Promise<readonly unknown[]>): Promise<StoredAmount> {
  const records = await sample;
  const bytes = records.reduce<number>((sum, record) => sum + roughBytes(record), 0);
  return { count, bytes: records.length === 0 ? 0 : Math.round((bytes / records.length) * count) };
}

/** The small pictures of photos. */
export async function measureThumbnails(): Promise<StoredAmount> {
  const database = await openDatabase();
  return amountOf(await database.count('thumbnails'), database.getAll('thumbnails', null, sampleSize));
}

/** The contents that have a thumbnail. */
export async function thumbnailKeys(): Promise<Set<string>> {
  return new Set(await (await openDatabase()).getAllKeys('thumbnails'));
}

/** Deletes all small pictures. */
export async function clearThumbnails(): Promise<void> {
  await (await openDatabase()).clear('thumbnails');
}

/** Every key outputs are kept under, found by leaping from one to the next. */
export async function outputKeys(): Promise<string[]> {
  const database = await openDatabase();
  const keys: string[] = [];
  const { store } = database.transaction('outputs');
  let cursor = await store.openKeyCursor();
  while (cursor) {
    const [modelHash] = cursor.primaryKey;
    keys.push(modelHash);
    cursor = await store.openKeyCursor(IDBKeyRange.lowerBound([modelHash, []]));
  }
  return keys;
}

/** What models said, by the key it is kept under. */
export async function measureOutputs(): Promise<Map<string, StoredAmount>> {
  const database = await openDatabase();
  const amounts = new Map<string, StoredAmount>();
  for (const key of await outputKeys()) {
    const range = IDBKeyRange.bound([key], [key, []]);
    const count = await database.count('outputs', range);
    amounts.set(key, await amountOf(count, database.getAll('outputs', range, sampleSize)));
  }
  return amounts;
}

/** Blocks that are looked at: each holds thousands of records, and those of one range lie together. */
const blockSample = 8;

/** The packed copies that the survey opens from; they go with it, and are made again by themselves. */
async function measureBlocks(projectId: string): Promise<number> {
  const database = await openDatabase();
  const folderIds = await database.getAllKeysFromIndex('folders', 'project', projectId);
  let total = 0;
  for (const folderId of folderIds) {
    const range = blocksOf(folderId);
    const count = await database.count('blocks', range);
    total += (await amountOf(count, database.getAll('blocks', range, blockSample))).bytes;
  }
  return total;
}

/**
 * Bytes of a survey's list of photos, of the copies it opens from and of what people said; its small pictures and outputs
 * are not of it alone.
 */
export async function measureSurveyBytes(projectId: string): Promise<number> {
  const database = await openDatabase();
  const range = IDBKeyRange.bound([projectId], [projectId, []]);
  const reviews = reviewsOfSurvey(projectId);
  const [photos, said] = await Promise.all([
    amountOf(
      await database.countFromIndex('media', 'project', range),
      database.getAllFromIndex('media', 'project', range, sampleSize),
    ),
    amountOf(await database.count('reviews', reviews), database.getAll('reviews', reviews, sampleSize)),
  ]);
  return photos.bytes + said.bytes + (await measureBlocks(projectId));
}
