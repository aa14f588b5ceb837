import { makeZip } from 'client-zip';

/** All of a file at once, or piece by piece, so that it never lies in memory as a whole. */
export type FileContent = Uint8Array<ArrayBuffer> | Blob | AsyncIterable<Uint8Array<ArrayBuffer>>;

/** A place that files are written to, one after the other: a folder, or a zip of any size. */
export interface FileTarget {
  /** What the person chose: the folder's or the zip's name. */
  name: string;
  /** @param path relative, with `/` @throws DOMException when the disk is full or the place is gone */
  write(path: string, content: FileContent): Promise<void>;
  /** Ends it well. */
  close(): Promise<void>;
  /** Ends it with what was written so far. */
  abort(): Promise<void>;
  /**
   * Takes out files that were written.
   *
   * @returns `those` when the others are still there; `all` when they are gone too and are to be written again
   */
  takeBack(paths: readonly string[]): Promise<'those' | 'all'>;
  /** Ends it and keeps nothing. */
  discard(): Promise<void>;
}

type Picker = Window & {
  showDirectoryPicker?: (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
  showSaveFilePicker?: (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;
};

/** True where the browser lets the page write into a folder. */
export function canWriteFolders(): boolean {
  return 'showDirectoryPicker' in window;
}

/** What somebody chose; null when they closed the picker. @throws whatever else the browser says */
async function chosen<Handle>(picking: Promise<Handle>): Promise<Handle | null> {
  try {
    return await picking;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** The folder that a path's file lies in, made where it is missing, and the file's name. */
async function placeOf(
  folder: FileSystemDirectoryHandle,
  path: string,
): Promise<{ inner: FileSystemDirectoryHandle; name: string }> {
  const parts = path.split('/');
  const name = parts.pop() ?? '';
  let inner = folder;
  for (const part of parts) inner = await inner.getDirectoryHandle(part, { create: true });
  return { inner, name };
}

async function writeAll(stream: FileSystemWritableFileStream, content: FileContent): Promise<void> {
  if (Symbol.asyncIterator in content) for await (const piece of content) await stream.write(piece);
  else await stream.write(content);
}

/** Files in a folder, as they are. One of the same name is replaced. */
export function folderTarget(folder: FileSystemDirectoryHandle): FileTarget {
  const written = new Set<string>();
  const takeBack = async (paths: readonly string[]): Promise<'those'> => {
    for (const path of paths) {
      const { inner, name } = await placeOf(folder, path);
      await inner.removeEntry(name);
      written.delete(path);
    }
    return 'those';
  };
  return {
    name: folder.name,
    takeBack,
    discard: async () => {
      await takeBack([...written]);
    },
    write: async (path, content) => {
      const { inner, name } = await placeOf(folder, path);
      const isNew = await inner.getFileHandle(name).then(
        () => false,
        () => true,
      );
      const file = await inner.getFileHandle(name, { create: true });
      let stream: FileSystemWritableFileStream | null = null;
      try {
        stream = await file.createWritable();
        await writeAll(stream, content);
        await stream.close();
        written.add(path);
      } catch (error) {
        // What is cut short is not kept; a file of that name stays as it was, and a new one leaves no empty one behind.
        await stream?.abort().catch(() => null);
        if (isNew) await inner.removeEntry(name).catch(() => null);
        throw error;
      }
    },
    close: () => Promise.resolve(),
    abort: () => Promise.resolve(),
  };
}

/** Not every browser lets streams be iterated. */
async function* each<Item>(stream: ReadableStream<Item>): AsyncGenerator<Item> {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

/** One file that is written from its start to its end. */
type OneFile = Omit<FileTarget, 'takeBack'>;

/**
 * A zip that is written while its files are made, so that only one of them is in memory at a time. Pictures do not get
 * smaller, so nothing is compressed; beyond 4 GiB it is a Zip64.
 *
 * @param sink gets the bytes
 */
export function zipTarget(name: string, sink: WritableStream<Uint8Array>): OneFile {
  const files = new TransformStream<{ name: string; input: FileContent }>();
  const writer = files.writable.getWriter();
  const thrownAway = new AbortController();
  const done = makeZip(each(files.readable)).pipeTo(sink, { signal: thrownAway.signal });
  done.catch(() => null);
  // A full disk ends the zip, and then nobody takes files any more: what waits for that is told.
  const orFailure = (step: Promise<void>): Promise<void> => Promise.race([step, done]);
  return {
    name,
    write: (path, input) => orFailure(writer.write({ name: path, input })),
    close: async () => {
      await orFailure(writer.close());
      await done;
    },
    abort: async () => {
      await orFailure(writer.close()).catch(() => null);
      await done.catch(() => null);
    },
    discard: async () => {
      thrownAway.abort();
      await done.catch(() => null);
    },
  };
}

/** The one file that somebody chose, whatever its path in the export. What is cut short is not kept. */
export function singleFileTarget(name: string, stream: FileSystemWritableFileStream): OneFile {
  return {
    name,
    write: (_, content) => writeAll(stream, content),
    close: () => stream.close(),
    abort: () => stream.abort(),
    discard: () => stream.abort(),
  };
}

/** A target that is begun again when something must be taken out of it. @param begin opens it from nothing */
export async function renewable(begin: () => Promise<OneFile>): Promise<FileTarget> {
  let current = await begin();
  return {
    name: current.name,
    write: (path, content) => current.write(path, content),
    close: () => current.close(),
    abort: () => current.abort(),
    discard: () => current.discard(),
    takeBack: async () => {
      await current.discard();
      current = await begin();
      return 'all';
    },
  };
}

/** Lets somebody choose a folder to write into; null when they closed the picker. Only inside a click. */
export async function pickFolderTarget(): Promise<FileTarget | null> {
  const { showDirectoryPicker } = window as Picker;
  if (!showDirectoryPicker) return null;
  const folder = await chosen(showDirectoryPicker.call(window, { id: 'copies', mode: 'readwrite' }));
  return folder && folderTarget(folder);
}

/**
 * Lets somebody choose where to save a zip; null when they closed the picker. Only inside a click. Without a save picker
 * the zip is gathered first and then downloaded.
 */
export async function pickZipTarget(suggestedName: string): Promise<FileTarget | null> {
  const { showSaveFilePicker } = window as Picker;
  if (!showSaveFilePicker) return gathered(suggestedName, zipTarget);
  const handle = await chosen(showSaveFilePicker.call(window, { suggestedName }));
  return handle && renewable(async () => zipTarget(handle.name, await handle.createWritable()));
}

/**
 * Lets somebody choose where to save a single file; null when they closed the picker. Only inside a click. Without a save
 * picker it is gathered first and then downloaded.
 */
export async function pickFileTarget(suggestedName: string): Promise<FileTarget | null> {
  const { showSaveFilePicker } = window as Picker;
  if (!showSaveFilePicker) return gathered(suggestedName, singleFileTarget);
  const handle = await chosen(showSaveFilePicker.call(window, { suggestedName }));
  return handle && renewable(async () => singleFileTarget(handle.name, await handle.createWritable()));
}

/** Into a file of the app's own, which the browser's download then copies: it need not fit into memory. */
async function gathered(
  name: string,
  targetOf: (name: string, stream: FileSystemWritableFileStream) => OneFile,
): Promise<FileTarget> {
  const own = await (await navigator.storage.getDirectory()).getFileHandle('outgoing', { create: true });
  const target = await renewable(async () => targetOf(name, await own.createWritable()));
  const download = async (): Promise<void> => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await own.getFile());
    link.download = name;
    link.click();
  };
  return { ...target, close: () => target.close().then(download) };
}
