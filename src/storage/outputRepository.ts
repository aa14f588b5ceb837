import type { IDBPObjectStore, StoreNames } from 'idb';
import { saidIn } from '../core/decisions/recipes/outputText.ts';
import { isCrops, type PackedOutput } from '../core/decisions/recipes/recipeOutput.ts';
import { dropPart } from './blocks.ts';
import {
  openDatabase,
  type FieldsiftSchema,
  type OutputKey,
  type OutputRecord,
  type StoredOutput,
  type StoredThumbnail,
} from './database.ts';
import { outputOf, recordOf } from './outputRecord.ts';
import { inPages } from './pages.ts';
import { written } from './written.ts';

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

/** What became of outputs that came with a file. */
export interface AddedOutputs {
  added: number;
  /** Those that were here already; they stay as they were. */
  known: number;
  /** Those among the known that say something else than what is here. */
  differing: number;
}

/** The stores of a transaction that outputs are added in. */
interface OutputStores {
  outputs: IDBPObjectStore<FieldsiftSchema, ArrayLike<StoreNames<FieldsiftSchema>>, 'outputs', 'readwrite'>;
  blocks: Parameters<typeof dropPart>[0];
}

/** Adds what a file says of some contents, as part of a transaction. What is here already stays. */
export async function addOutputsIn(
  { outputs: store, blocks }: OutputStores,
  outputs: readonly StoredOutput[],
): Promise<AddedOutputs> {
  const before = await Promise.all(
    outputs.map(({ modelHash, contentKey }) => store.get([modelHash, contentKey])),
  );
  const fresh = new Map<string, StoredOutput>();
  let differing = 0;
  outputs.forEach((output, index) => {
    const known = before[index];
    if (known && !saysSame(outputOf(known), output)) differing += 1;
    const key = JSON.stringify([output.modelHash, output.contentKey]);
    if (!known && !fresh.has(key)) fresh.set(key, output);
  });
  for (const key of new Set([...fresh.values()].map(({ modelHash }) => modelHash))) {
    await dropPart(blocks, key);
  }
  await Promise.all(Array.from(fresh.values(), (output) => store.add(recordOf(output))));
  return { added: fresh.size, known: outputs.length - fresh.size, differing };
}

/** Adds what a file says of some contents. What is here already stays: a file never takes the place of anything. */
export async function addOutputs(outputs: readonly StoredOutput[]): Promise<AddedOutputs> {
  const transaction = (await openDatabase()).transaction(['outputs', 'blocks'], 'readwrite', {
    durability: 'relaxed',
  });
  const adding = addOutputsIn(
    { outputs: transaction.objectStore('outputs'), blocks: transaction.objectStore('blocks') },
    outputs,
  );
  await written(transaction, [adding]);
  return adding;
}

function saysSame(left: StoredOutput, right: StoredOutput): boolean {
  const fieldsOf = (output: StoredOutput): readonly (ArrayLike<number> | undefined)[] =>
    isCrops(output)
      ? [output.cropBoxes, output.cropScores]
      : [output.labels, output.scores, output.boxes, output.labelScores];
  const others = fieldsOf(right);
  return fieldsOf(left).every((numbers, field) => {
    const other = others[field];
    if (!numbers || numbers.length !== other?.length) return false;
    return Array.from(numbers).every((number, place) => Object.is(number, other[place]));
  });
}

/** Forgets all outputs under one key. */
export async function removeOutputs(modelHash: string): Promise<void> {
  const transaction = (await openDatabase()).transaction(['outputs', 'blocks'], 'readwrite');
  await dropPart(transaction.objectStore('blocks'), modelHash);
  const store = transaction.objectStore('outputs');
  await written(transaction, [store.delete(IDBKeyRange.bound([modelHash], [modelHash, []]))]);
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

export async function keepThumbnail(thumbnail: StoredThumbnail): Promise<void> {
  await (await openDatabase()).put('thumbnails', thumbnail);
}
