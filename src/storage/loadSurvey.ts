import type { IDBPTransaction } from 'idb';
import { peopleIn, type BesideRun } from '../core/decisions/gate/besideWords.ts';
import type { Media } from '../core/photos/media.ts';
import { predictionText, TextPrediction } from '../core/models/prediction/predictionText.ts';
import { OneOutput, saidIn } from '../core/decisions/recipes/outputText.ts';
import type { PackedOutput, RecipeOutputs } from '../core/decisions/recipes/recipeOutput.ts';
import { isReadableMedia } from '../core/survey/readable.ts';
import { blocksOf, mediaIn, mediaPart, peoplePart, saidInBlock, segmentsOf, type Segment } from './blocks.ts';
import { setAside } from './setAside.ts';
import { openDatabase, type FieldsiftSchema, type OutputRecord } from './database.ts';
import { inPages } from './pages.ts';

/** A photo with all that the models of a recipe said of its content; null when none did. */
export interface KeptPhoto {
  media: Media;
  outputs: RecipeOutputs | null;
  /** What other models said of people, by the key of each run, as `peopleIn` has it; null where none did. */
  beside: RecipeOutputs | null;
}

/** What is asked for of one run: all that it said, or of people alone. */
interface Asked {
  key: string;
  /** Of the blocks it is packed in. */
  part: string;
  taken: (said: PackedOutput) => PackedOutput;
  isPartial: boolean;
}

const asItIs = (key: string): Asked => ({ key, part: key, taken: (said) => said, isPartial: false });

const ofPeople = ({ key, labels }: BesideRun): Asked => ({
  key,
  part: peoplePart(key),
  taken: (said) => new TextPrediction(predictionText(peopleIn(said, labels))),
  isPartial: true,
});

export interface LoadedSurvey {
  /** Folder by folder, in the order of their ids. */
  photos: KeptPhoto[];
  /** How many records had to be read one by one; many are worth packing. */
  loose: number;
}

type Reading = IDBPTransaction<FieldsiftSchema, ('media' | 'outputs' | 'blocks')[]>;

/** Photos of a range, and by the part of a run what was said of each; null where that is still to be looked up. */
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
  asked: readonly Asked[],
): Promise<Range> {
  const store = reading.objectStore('blocks');
  const packed = asked.filter(({ part }) => parts.has(part));
  const [media, ...said] = await Promise.all([
    store.get([lower, upper, mediaPart]).then((block) => (block ? mediaIn(block) : [])),
    ...packed.map(({ part }) =>
      store.get([lower, upper, part]).then((block) => [part, block ? saidInBlock(block) : []] as const),
    ),
  ]);
  return { isPacked: true, media, said: new Map(said) };
}

async function readFolder(reading: Reading, folderId: string, asked: readonly Asked[]): Promise<Range[]> {
  const segments = segmentsOf(folderId, await reading.objectStore('blocks').getAllKeys(blocksOf(folderId)));
  // All at once: while the page makes records of one block, the database is at the next ones.
  return Promise.all(
    segments.map((segment) =>
      segment.parts.size > 0 ? readBlock(reading, segment, asked) : readGap(reading, segment),
    ),
  );
}

/** The contents whose output of a model is missing from a range. */
function contentsToLookUp(ranges: readonly Range[], { part }: Asked): Set<string> {
  const wanted = new Set<string>();
  for (const { media, said } of ranges) {
    const packed = said.get(part);
    for (let index = 0; index < media.length; index += 1) {
      const contentKey = media[index]?.contentKey ?? null;
      if (contentKey !== null && (packed?.[index] ?? null) === null) wanted.add(contentKey);
    }
  }
  return wanted;
}

async function lookUp(
  reading: Reading,
  { key, taken, isPartial }: Asked,
  contents: ReadonlySet<string>,
): Promise<Map<string, PackedOutput>> {
  const found = new Map<string, PackedOutput>();
  const keep = (record: OutputRecord | undefined): void => {
    if (record && contents.has(record.contentKey)) found.set(record.contentKey, taken(saidIn(record)));
  };
  const store = reading.objectStore('outputs');
  let there: readonly string[] | null = contents.size <= mostSingly ? [...contents] : null;
  // A model that is not in use has as a rule seen few of the photos or all of them.
  if (there === null && isPartial) {
    const kept = await store.getAllKeys(IDBKeyRange.bound([key], [key, []]));
    there = kept.flatMap(([, contentKey]) => (contents.has(contentKey) ? [contentKey] : []));
  }
  if (there !== null && there.length <= mostSingly) {
    const records = await Promise.all(there.map((contentKey) => store.get([key, contentKey])));
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

/** What was said of one photo under some keys; null where nothing was. */
function saidOf(
  contentKey: string | null,
  asked: readonly Asked[],
  find: (one: Asked) => PackedOutput | null | undefined,
): RecipeOutputs | null {
  if (contentKey === null) return null;
  let outputs: RecipeOutputs | null = null;
  const several = asked.length === 1 ? null : new Map<string, PackedOutput>();
  for (const one of asked) {
    const output = find(one);
    if (!output) continue;
    outputs = several?.set(one.key, output) ?? new OneOutput(one.key, output);
  }
  return outputs;
}

/** Joins photos with what was said of them. */
function joined(
  ranges: readonly Range[],
  inUse: readonly Asked[],
  beside: readonly Asked[],
  found: ReadonlyMap<string, ReadonlyMap<string, PackedOutput>>,
): KeptPhoto[] {
  const photos: KeptPhoto[] = [];
  for (const { media, said } of ranges) {
    media.forEach((one, index) => {
      if (!isReadableMedia(one)) {
        setAside(String((one as Media | null)?.path));
        return;
      }
      const { contentKey } = one;
      const find = ({ part }: Asked) => said.get(part)?.[index] ?? found.get(part)?.get(contentKey ?? '');
      photos.push({
        media: one,
        outputs: saidOf(contentKey, inUse, find),
        beside: saidOf(contentKey, beside, find),
      });
    });
  }
  return photos;
}

/**
 * All photos of some folders with what models said of each, as they stand at one moment: from blocks where there are
 * any, and from the records themselves elsewhere.
 *
 * @param keys of the runs of models that are asked for
 * @param others runs that are asked only what they say of people
 */
export async function loadSurvey(
  folderIds: readonly string[],
  keys: readonly string[],
  others: readonly BesideRun[] = [],
): Promise<LoadedSurvey> {
  const reading: Reading = (await openDatabase()).transaction(['media', 'outputs', 'blocks']);
  const inUse = keys.map(asItIs);
  const beside = others.map(ofPeople);
  const asked = [...inUse, ...beside];
  const folders = await Promise.all(folderIds.map((folderId) => readFolder(reading, folderId, asked)));
  const ranges = folders.flat();
  const wanted = asked.map((one) => [one, contentsToLookUp(ranges, one)] as const);
  const found = new Map(
    await Promise.all(
      wanted.map(async ([one, contents]) => [one.part, await lookUp(reading, one, contents)] as const),
    ),
  );
  let loose = 0;
  for (const { isPacked, media } of ranges) if (!isPacked) loose += media.length;
  for (const [{ part, isPartial }, contents] of wanted) {
    // What a model beside never saw is not there to be packed.
    loose = Math.max(loose, isPartial ? (found.get(part)?.size ?? 0) : contents.size);
  }
  return { photos: joined(ranges, inUse, beside, found), loose };
}
