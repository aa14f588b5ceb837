import type { IDBPObjectStore, StoreNames } from 'idb';
import { predictionFromText } from '../core/models/prediction/predictionText.ts';
import { outputText } from '../core/decisions/recipes/outputText.ts';
import type { FieldsiftSchema, OutputRecord, StoredOutput } from './database.ts';

/** An output as it is kept. */
export function recordOf(output: StoredOutput): OutputRecord {
  const { contentKey, modelHash } = output;
  return { contentKey, modelHash, ...outputText(output) };
}

/** An output that was kept, as plain arrays. */
export function outputOf(record: OutputRecord): StoredOutput {
  if (!('text' in record)) return record;
  const { contentKey, modelHash, text } = record;
  return { contentKey, modelHash, ...predictionFromText(text) };
}

/** Outputs written at a time; more would hold too many in memory. */
const batch = 2000;

type OutputStore = IDBPObjectStore<
  FieldsiftSchema,
  ArrayLike<StoreNames<FieldsiftSchema>>,
  'outputs',
  'versionchange'
>;

/** Writes outputs of versions before the fifth, which kept four arrays each, as they are kept now. */
export async function rewriteOutputs(store: OutputStore): Promise<void> {
  let range: IDBKeyRange | null = null;
  for (;;) {
    const records: OutputRecord[] = await store.getAll(range, batch);
    const last = records.at(-1);
    const earlier = records.flatMap((record) => ('text' in record ? [] : [recordOf(record)]));
    await Promise.all(earlier.map((record) => store.put(record)));
    if (records.length < batch || !last) return;
    range = IDBKeyRange.lowerBound([last.modelHash, last.contentKey], true);
  }
}
