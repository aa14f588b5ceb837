import type { BesideRun } from '../core/decisions/gate/besideWords.ts';
import { openDatabase, type OutputRecord } from './database.ts';
import {
  blocksOf,
  mediaBlock,
  mediaPart,
  outputBlock,
  peopleBlock,
  peoplePart,
  segmentsOf,
} from './blocks.ts';
import { written } from './written.ts';

/** Photos to a block: few enough to be written in a moment, enough for 100,000 to be read at once. */
const photosPerBlock = 2000;

/**
 * Packs the next range of a folder that is not packed, or not with all of `keys`. In one transaction with the reading
 * of the records, so that nothing can change between the two.
 *
 * @returns false when all is packed
 */
async function packNext(
  folderId: string,
  keys: readonly string[],
  beside: readonly BesideRun[],
  size: number,
): Promise<boolean> {
  const wanted = [...keys, ...beside.map(({ key }) => peoplePart(key))];
  const transaction = (await openDatabase()).transaction(['media', 'outputs', 'blocks'], 'readwrite', {
    durability: 'relaxed',
  });
  const blocks = transaction.objectStore('blocks');
  const segments = segmentsOf(folderId, await blocks.getAllKeys(blocksOf(folderId)));
  const next = segments.find(({ parts }) => parts.size === 0 || wanted.some((part) => !parts.has(part)));
  if (!next) return false;
  const { lower, parts } = next;
  const isNew = parts.size === 0;
  const range = IDBKeyRange.bound(lower, next.upper, false, true);
  const media = await transaction.objectStore('media').getAll(range, isNew ? size + 1 : undefined);
  const beyond = isNew && media.length > size ? media.pop() : undefined;
  const upper = beyond?.id ?? next.upper;
  const packed = isNew ? [mediaBlock(lower, upper, media)] : [];
  const outputs = transaction.objectStore('outputs');
  const recordsOf = (key: string): Promise<(OutputRecord | null)[]> =>
    Promise.all(
      media.map(async ({ contentKey }) =>
        contentKey === null ? null : ((await outputs.get([key, contentKey])) ?? null),
      ),
    );
  for (const key of keys.filter((one) => !parts.has(one) && one !== mediaPart)) {
    packed.push(outputBlock([lower, upper, key], await recordsOf(key)));
  }
  for (const run of beside.filter(({ key }) => !parts.has(peoplePart(key)))) {
    packed.push(peopleBlock([lower, upper], run, await recordsOf(run.key)));
  }
  await written(
    transaction,
    packed.map((block) => blocks.put(block)),
  );
  return true;
}

/** Packs what is not packed yet of some folders' photos, and of what models said of them, a block at a time. */
export async function packSurvey(
  folderIds: readonly string[],
  keys: readonly string[],
  size = photosPerBlock,
  beside: readonly BesideRun[] = [],
): Promise<void> {
  for (const folderId of folderIds) while (await packNext(folderId, keys, beside, size));
}
