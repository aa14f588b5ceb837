import * as Comlink from 'comlink';
import type { BesideRun } from '../../core/decisions/gate/besideWords.ts';
import type { BlocksWorker } from './contract.ts';

/**
 * Packs a survey in a worker of its own, which ends with it.
 *
 * @throws Error when the worker cannot be loaded; DOMException when the disk is full
 */
export async function packInWorker(
  folderIds: readonly string[],
  keys: readonly string[],
  beside: readonly BesideRun[],
): Promise<void> {
  const worker = new Worker(new URL('../records/records.worker.ts', import.meta.url), {
    type: 'module',
    name: 'blocks',
  });
  // A call into a worker that is gone would stay pending for ever.
  const gone = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'not loaded')));
  });
  try {
    await Promise.race([Comlink.wrap<BlocksWorker>(worker).pack(folderIds, keys, beside), gone]);
  } finally {
    worker.terminate();
  }
}
