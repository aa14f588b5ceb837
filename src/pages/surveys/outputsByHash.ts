import type { StoredAmount } from '../../storage/storageMeasure.ts';

/** Outputs lie under a model's hash, or under that and how parts of photos were cut out for it. */
const hashLength = 64;

/** What each model said, with all keys it lies under; photos that it saw whole and in parts count once. */
export function outputsByHash(
  outputs: ReadonlyMap<string, StoredAmount>,
): Map<string, { amount: StoredAmount; keys: readonly string[] }> {
  const byHash = new Map<string, { amount: StoredAmount; keys: readonly string[] }>();
  for (const [key, { count, bytes }] of outputs) {
    const hash = key.slice(0, hashLength);
    const { amount, keys } = byHash.get(hash) ?? { amount: { count: 0, bytes: 0 }, keys: [] };
    const sum = { count: Math.max(amount.count, count), bytes: amount.bytes + bytes };
    byHash.set(hash, { amount: sum, keys: [...keys, key] });
  }
  return byHash;
}
