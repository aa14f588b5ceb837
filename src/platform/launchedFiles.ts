import { inBackground } from './background.ts';
import { sharedFilesCache, sharedHeaders } from '../core/sharedFiles.ts';
import { droppedFolders, type Dropped } from './droppedFolders.ts';

interface LaunchParameters {
  files: readonly FileSystemFileHandle[];
}

type LaunchWindow = Window & {
  launchQueue?: { setConsumer(consumer: (parameters: LaunchParameters) => void): void };
};

/** Calls back with the files that somebody opens with the installed app, now and later. */
export function onLaunch(take: (files: File[]) => void): void {
  (window as LaunchWindow).launchQueue?.setConsumer(({ files }) => {
    if (files.length === 0) return;
    inBackground(Promise.all(files.map((handle) => handle.getFile())).then(take));
  });
}

/** The files that other apps shared, in the order in which they came; they stay until they are forgotten. */
export async function sharedFiles(): Promise<File[]> {
  if (!('caches' in window) || !(await caches.has(sharedFilesCache))) return [];
  const cache = await caches.open(sharedFilesCache);
  const files: File[] = [];
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    const name = response?.headers.get(sharedHeaders.name);
    if (response && name) {
      files.push(
        new File([await response.blob()], decodeURIComponent(name), {
          type: response.headers.get('Content-Type') ?? '',
          lastModified: Number(response.headers.get(sharedHeaders.modified)) || 0,
        }),
      );
    }
  }
  return files;
}

/** Throws away what other apps shared. */
export async function forgetSharedFiles(): Promise<void> {
  await caches.delete(sharedFilesCache);
}

/** Files that came another way than by a drop, as a drop of them: they are sorted by the same rules. */
export function asDropped(files: readonly File[], looseName: string): Promise<Dropped> {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return droppedFolders(transfer, looseName);
}
