import type { IDBPTransaction } from 'idb';
import type { Media } from '../core/media/media.ts';
import { OneOutput, saidIn } from '../core/recipe/outputText.ts';
import type { PackedOutput, RecipeOutputs } from '../core/recipe/recipeOutput.ts';
import { blocksOf, mediaIn, mediaPart, saidInBlock, segmentsOf, type Segment } from './blocks.ts';
import { openDatabase, type FieldsiftSchema, type OutputRecord } from './database.ts';
import { inPages } from './pages.ts';

/** A photo with all that the models of a recipe said of its content; null when none did. */
export interface KeptPhoto {
  media: Media;
  outputs: RecipeOutputs | null;
}

export interface LoadedSurvey {
  /** Folder by folder, in the order of their ids. */
  photos: KeptPhoto[];
  /** How many records had to be read one by one; many are worth packing. */
  loose: number;
}

type Reading = IDBPTransaction<FieldsiftSchema, ('media' | 'outputs' | 'blocks')[]>;

/** Photos of a range, and by the key of a run what was said of each; null where that is still to be looked up. */
interface Range {
  isPacked: boolean;
  media: Media[];
  said: Map<string, (PackedOutput | null)[]>;
}

/** More than these are found sooner by reading all that a model ever said. */
const mostSingly = 4000;

async function readGap(reading: Reading, { lower, upper }: Segment): Promise<Range> {
  const store = reading.objectStore('media');
  const media: Media[] = [];
  const pages = inPages<Media, string>(
    (after, count) => store.getAll(IDBKeyRange.bound(after ?? lower, upper, after !== null, true), count),
    ({ id }) => id,
  );
  for await (const page of pages) for (const one of page) media.push(one);
  return { isPacked: false, media, said: new Map() };
}

async function readBlock(
  reading: Reading,
  { lower, upper, parts }: Segment,
  keys: readonly string[],
): Promise<Range> {
  const store = reading.objectStore('blocks');
  const packed = keys.filter((key) => parts.has(key));
  const [media, ...said] = await Promise.all([
    store.get([lower, upper, mediaPart]).then((block) => (block ? mediaIn(block) : [])),
    ...packed.map((key) =>
      store.get([lower, upper, key]).then((block) => [key, block ? saidInBlock(block) : []] as const),
    ),
  ]);
  return { isPacked: true, media, said: new Map(said) };
}

async function readFolder(reading: Reading, folderId: string, keys: readonly string[]): Promise<Range[]> {
  const segments = segmentsOf(folderId, await reading.objectStore('blocks').getAllKeys(blocksOf(folderId)));
  // All at once: while the page makes records of one block, the database is at the next ones.
  return Promise.all(
    segments.map((segment) =>
      segment.parts.size > 0 ? readBlock(reading, segment, keys) : readGap(reading, segment),
    ),
  );
}

/** The contents of which a range does not say what a model said. */
function contentsToLookUp(ranges: readonly Range[], key: string): Set<string> {
  const wanted = new Set<string>();
  for (const { media, said } of ranges) {
    const packed = said.get(key);
    for (let index = 0; index < media.length; index += 1) {
      const contentKey = media[index]?.contentKey ?? null;
      if (contentKey !== null && (packed?.[index] ?? null) === null) wanted.add(contentKey);
    }
  }
  return wanted;
}

async function lookUp(
  reading: Reading,
  key: string,
  contents: ReadonlySet<string>,
): Promise<Map<string, PackedOutput>> {
  const found = new Map<string, PackedOutput>();
  const keep = (record: OutputRecord | undefined): void => {
    if (record && contents.has(record.contentKey)) found.set(record.contentKey, saidIn(record));
  };
  const store = reading.objectStore('outputs');
  if (contents.size <= mostSingly) {
    const records = await Promise.all(Array.from(contents, (contentKey) => store.get([key, contentKey])));
    records.forEach(keep);
    return found;
  }
  const pages = inPages<OutputRecord, [string, string]>(
    (after, count) => store.getAll(IDBKeyRange.bound(after ?? [key], [key, []], after !== null), count),
    (record) => [record.modelHash, record.contentKey],
  );
  for await (const page of pages) page.forEach(keep);
  return found;
}

/** Joins photos with what was said of them. */
function joined(
  ranges: readonly Range[],
  keys: readonly string[],
  found: ReadonlyMap<string, ReadonlyMap<string, PackedOutput>>,
): KeptPhoto[] {
  const photos: KeptPhoto[] = [];
  for (const { media, said } of ranges) {
    media.forEach((one, index) => {
      let outputs: RecipeOutputs | null = null;
      const several = keys.length === 1 ? null : new Map<string, PackedOutput>();
      for (const key of one.contentKey === null ? [] : keys) {
        const output = said.get(key)?.[index] ?? found.get(key)?.get(one.contentKey ?? '');
        if (!output) continue;
        outputs = several?.set(key, output) ?? new OneOutput(key, output);
      }
      photos.push({ media: one, outputs });
    });
  }
  return photos;
}

/**
 * All photos of some folders with what models said of each, as they stand at one moment: from blocks where there are
 * any, and from the records themselves elsewhere.
 *
 * @param keys of the runs of models that are asked for
 */
export async function loadSurvey(
  folderIds: readonly string[],
  keys: readonly string[],
): Promise<LoadedSurvey> {
  const reading: Reading = (await openDatabase()).transaction(['media', 'outputs', 'blocks']);
  const folders = await Promise.all(folderIds.map((folderId) => readFolder(reading, folderId, keys)));
  const ranges = folders.flat();
  const wanted = keys.map((key) => [key, contentsToLookUp(ranges, key)] as const);
  const found = new Map(
    await Promise.all(
      wanted.map(async ([key, contents]) => [key, await lookUp(reading, key, contents)] as const),
    ),
  );
  let loose = 0;
  for (const { isPacked, media } of ranges) if (!isPacked) loose += media.length;
  for (const [, contents] of wanted) loose = Math.max(loose, contents.size);
  return { photos: joined(ranges, keys, found), loose };
}
