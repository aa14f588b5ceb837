import * as Comlink from 'comlink';
import type { PhotoFolder } from '../../platform/folder.ts';
import type { DrawWorker } from './contract.ts';

/** The samples carry the moment they were drawn for, not the moment they are opened, so that they are recognised. */
const drawnAt = Date.UTC(2026, 5, 1, 12);

/** The sample photos as a folder like any other: a worker draws each one when it is opened. */
export function drawnFolder(name: string): PhotoFolder {
  let remote: Comlink.Remote<DrawWorker> | null = null;
  const drawer = (): Comlink.Remote<DrawWorker> => {
    remote ??= Comlink.wrap<DrawWorker>(
      new Worker(new URL('./draw.worker.ts', import.meta.url), { type: 'module', name: 'draw' }),
    );
    return remote;
  };
  return {
    name,
    handle: null,
    walk: async function* () {
      for (const path of await drawer().paths()) yield { path };
    },
    open: async (path) => {
      const bytes = (await drawer().render(path)) as Uint8Array<ArrayBuffer>;
      return new File([bytes], path.slice(path.lastIndexOf('/') + 1), {
        type: 'image/jpeg',
        lastModified: drawnAt,
      });
    },
  };
}
