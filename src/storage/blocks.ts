import type { IDBPObjectStore, StoreNames } from 'idb';
import { packColumn, unpackColumn, type Column } from '../core/incremental/columns.ts';
import { peopleIn, type BesideRun } from '../core/decisions/gate/besideWords.ts';
import type { Media } from '../core/photos/media.ts';
import { predictionText } from '../core/models/prediction/predictionText.ts';
import { saidIn, type OutputText } from '../core/decisions/recipes/outputText.ts';
import type { PackedOutput } from '../core/decisions/recipes/recipeOutput.ts';
import type { FieldsiftSchema, OutputRecord } from './database.ts';

/**
 * A copy of all media records of a range of ids, or of what one model said of them, read fifty times as fast as the
 * records: that is how a survey of 100,000 photos opens. The records are what counts. Whoever changes one of them drops
 * the blocks it is in, in the same transaction, so a block that is there is true, whatever ended the app and when.
 */
export interface StoredBlock {
  /** The range of ids, without the upper one. */
  lower: string;
  upper: string;
  /** Empty for the media, else the key of the outputs. */
  part: string;
  count: number;
  values: Column;
}

/** `lower`, `upper` and `part`. */
export type BlockKey = [string, string, string];

/** The part of a block that holds what was said of people under a key, for surveys that do not use that model. */
export function peoplePart(key: string): string {
  return `people ${key}`;
}

/** The part of a block that holds the media. */
export const mediaPart = '';

type BlockStore<Mode extends IDBTransactionMode> = IDBPObjectStore<
  FieldsiftSchema,
  ArrayLike<StoreNames<FieldsiftSchema>>,
  'blocks',
  Mode
>;

/** The ids of all photos of a folder. */
export function idsOf(folderId: string): { lower: string; upper: string } {
  // '0' is the character after '/', with which every id goes on.
  return { lower: `${folderId}/`, upper: `${folderId}0` };
}

/** The keys of all blocks of a folder. */
export function blocksOf(folderId: string): IDBKeyRange {
  const { lower, upper } = idsOf(folderId);
  return IDBKeyRange.bound([lower], [upper], false, true);
}

/** A range of ids of a folder: one that blocks hold, with their parts, or a gap between them, with none. */
export interface Segment {
  lower: string;
  upper: string;
  parts: ReadonlySet<string>;
}

const nothingPacked: ReadonlySet<string> = new Set();

/** The whole of a folder as blocks and gaps, in order. @param keys of its blocks, in order */
export function segmentsOf(folderId: string, keys: readonly BlockKey[]): Segment[] {
  const ids = idsOf(folderId);
  const segments: Segment[] = [];
  let at = ids.lower;
  for (const [lower, upper, part] of keys) {
    // Keys of one range follow one another, the media first.
    if (part !== mediaPart || lower < at) continue;
    if (lower > at) segments.push({ lower: at, upper: lower, parts: nothingPacked });
    const same = keys.filter(([from, to]) => from === lower && to === upper);
    segments.push({ lower, upper, parts: new Set(same.map((key) => key[2])) });
    at = upper;
  }
  if (at < ids.upper) segments.push({ lower: at, upper: ids.upper, parts: nothingPacked });
  return segments;
}

/**
 * Drops all blocks that hold one of these photos. Part of whatever transaction changes them, and before it does: should
 * one of the changes be refused, those before it stay.
 */
export async function dropBlocks(
  store: BlockStore<'readwrite'>,
  changed: readonly Pick<Media, 'id' | 'folderId'>[],
): Promise<void> {
  for (const folderId of new Set(changed.map((media) => media.folderId))) {
    const dropped = (await store.getAllKeys(blocksOf(folderId))).filter(([lower, upper]) =>
      changed.some(({ id }) => id >= lower && id < upper),
    );
    await Promise.all(dropped.map((key) => store.delete(key)));
  }
}

/** Drops whatever blocks hold of what was said under one key. Part of the transaction that changes that. */
export async function dropPart(store: BlockStore<'readwrite'>, part: string): Promise<void> {
  const parts = [part, peoplePart(part)];
  const dropped = (await store.getAllKeys()).filter((key) => parts.includes(key[2]));
  await Promise.all(dropped.map((key) => store.delete(key)));
}

/** A block of media records. */
export function mediaBlock(lower: string, upper: string, media: readonly Media[]): StoredBlock {
  // Nearly every id follows from the rest, and each is as long as all the rest together.
  const records = media.map((one) => (one.id === idFrom(one) ? { ...one, id: null } : one));
  return { lower, upper, part: mediaPart, count: media.length, values: packColumn(records) };
}

function idFrom({ folderId, path }: Media): string {
  return `${folderId}/${path}`;
}

/** The media records of a block. */
export function mediaIn({ values, count }: StoredBlock): Media[] {
  const media = unpackColumn(values, count) as (Omit<Media, 'id'> & { id: string | null })[];
  for (const one of media) one.id ??= idFrom(one as Media);
  return media as Media[];
}

/** A block of what was said under one key. @param records one for each photo of the range, in its order */
export function outputBlock(
  [lower, upper, part]: BlockKey,
  records: readonly (OutputRecord | null)[],
): StoredBlock {
  const said = records.map((record) => {
    if (record === null) return null;
    return 'text' in record ? record.text : { cropBoxes: record.cropBoxes, cropScores: record.cropScores };
  });
  return { lower, upper, part, count: said.length, values: packColumn(said) };
}

/** A block of what was said of people under one key. @param run whose outputs these are; as `outputBlock` otherwise */
export function peopleBlock(
  [lower, upper]: readonly [string, string],
  { key, labels }: BesideRun,
  records: readonly (OutputRecord | null)[],
): StoredBlock {
  const said = records.map((record) => record && predictionText(peopleIn(saidIn(record), labels)));
  return { lower, upper, part: peoplePart(key), count: said.length, values: packColumn(said) };
}

/** What was said of each photo of the range, in its order; null where nothing was when the block was made. */
export function saidInBlock({ values, count }: StoredBlock): (PackedOutput | null)[] {
  return unpackColumn(values, count).map((said) => {
    if (said === null) return null;
    return saidIn((typeof said === 'string' ? { text: said } : said) as OutputText);
  });
}
