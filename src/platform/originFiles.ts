/** Newer than TypeScript's declarations for a page; in workers every browser has it. */
interface SyncHandle {
  write(bytes: Uint8Array, options: { at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

type WritableHandle = Omit<FileSystemFileHandle, 'createWritable'> & {
  createWritable?: () => Promise<FileSystemWritableFileStream>;
  createSyncAccessHandle?: () => Promise<SyncHandle>;
};

function root(): Promise<FileSystemDirectoryHandle> {
  return navigator.storage.getDirectory();
}

async function writeInPieces(handle: SyncHandle, content: Blob): Promise<void> {
  try {
    handle.truncate(0);
    const reader = content.stream().getReader();
    let at = 0;
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      at += handle.write(piece.value, { at });
    }
    handle.flush();
  } finally {
    handle.close();
  }
}

/**
 * Writes a file of the app's own (the origin private file system), in place of one of the same name.
 * In a worker it works in every browser; on a page only where files can be written by streams.
 *
 * @throws DOMException `QuotaExceededError` when the disk is full; what was written is deleted again
 */
export async function writeOriginFile(name: string, content: Blob): Promise<void> {
  const directory = await root();
  const handle: WritableHandle = await directory.getFileHandle(name, { create: true });
  try {
    if (handle.createWritable) await content.stream().pipeTo(await handle.createWritable());
    else if (handle.createSyncAccessHandle)
      await writeInPieces(await handle.createSyncAccessHandle(), content);
    else throw new DOMException('This browser cannot write files of its own.', 'NotSupportedError');
    const written = (await handle.getFile()).size;
    if (written !== content.size) {
      throw new DOMException(`${written} of ${content.size} bytes were written.`, 'QuotaExceededError');
    }
  } catch (error) {
    await directory.removeEntry(name).catch(() => null);
    throw error;
  }
}

/** @throws DOMException `NotFoundError` when there is none of that name */
export async function readOriginFile(name: string): Promise<File> {
  return (await (await root()).getFileHandle(name)).getFile();
}

/** Deletes a file; one that is not there is no error. */
export async function deleteOriginFile(name: string): Promise<void> {
  try {
    await (await root()).removeEntry(name);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
  }
}

/** Whether the browser gives the app files of its own; private windows of some browsers give none. */
export async function givesOriginFiles(): Promise<boolean> {
  const storage = navigator.storage as Partial<StorageManager> | undefined;
  return (await storage?.getDirectory?.().catch(() => null)) instanceof Object;
}

/** Names of all files the app keeps. @throws DOMException where the browser has no such storage */
export async function listOriginFiles(): Promise<string[]> {
  const names: string[] = [];
  for await (const name of (await root()).keys()) names.push(name);
  return names;
}
