import type { PhotoFolder } from '../../platform/folder.ts';
import { WorkerHandle } from '../workerHandle.ts';
import type { DrawWorker } from './contract.ts';

const patience = 60_000;

/** The samples carry the moment they were drawn for, not the moment they are opened, so that they are recognised. */
const drawnAt = Date.UTC(2026, 5, 1, 12);

/** The sample photos as a folder like any other: a worker draws each one when it is opened. */
export function drawnFolder(name: string): PhotoFolder {
  const drawer = new WorkerHandle<DrawWorker>(
    () => new Worker(new URL('./draw.worker.ts', import.meta.url), { type: 'module', name: 'draw' }),
    { patience },
  );
  return {
    name,
    handle: null,
    walk: async function* () {
      for (const path of await drawer.ask((remote) => remote.paths())) yield { path };
    },
    open: async (path) => {
      const bytes = await drawer.ask<Uint8Array<ArrayBuffer>>((remote) => remote.render(path));
      return new File([bytes], path.slice(path.lastIndexOf('/') + 1), {
        type: 'image/jpeg',
        lastModified: drawnAt,
      });
    },
  };
}
