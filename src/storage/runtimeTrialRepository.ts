import type { RuntimeTrial } from '../core/models/runtime/runtimeVerdict.ts';
import { openDatabase, type StoredTrial } from './database.ts';

/** Everything that was tried on this computer. */
export async function listTrials(): Promise<StoredTrial[]> {
  return (await openDatabase()).getAll('runtimeTrials');
}

/** What a trial of one model on one graphics processor gave, with this version of the app; null before it was tried. */
export async function findTrial(
  modelHash: string,
  adapter: string,
  appVersion: string,
): Promise<RuntimeTrial | null> {
  const stored = await (await openDatabase()).get('runtimeTrials', [modelHash, adapter]);
  return stored?.appVersion === appVersion ? stored.trial : null;
}

/** Remembers a trial in the place of an earlier one. */
export async function keepTrial(trial: StoredTrial): Promise<void> {
  await (await openDatabase()).put('runtimeTrials', trial);
}

/** Forgets the trials of a model, so that it is tried again. */
export async function forgetTrials(modelHash: string): Promise<void> {
  await (await openDatabase()).delete('runtimeTrials', IDBKeyRange.bound([modelHash], [modelHash, []]));
}
