import type * as Comlink from 'comlink';
import type { BesideRun } from '../../core/decisions/gate/besideWords.ts';
import { askOnce } from '../workerHandle.ts';
import type { BlocksWorker } from './contract.ts';

/** ms; a million photos on a slow disk take some minutes. */
const patience = 1_800_000;

/**
 * Packs a survey in a worker of its own, which ends with it.
 *
 * @throws WorkerEndedError when the worker cannot be loaded; DOMException when the disk is full
 */
export function packInWorker(
  folderIds: readonly string[],
  keys: readonly string[],
  beside: readonly BesideRun[],
): Promise<void> {
  return askOnce(
    () =>
      new Worker(new URL('../records/records.worker.ts', import.meta.url), {
        type: 'module',
        name: 'blocks',
      }),
    (remote: Comlink.Remote<BlocksWorker>) => remote.pack(folderIds, keys, beside),
    { patience },
  );
}
