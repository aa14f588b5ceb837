/** A file met on the walk through a folder; it is opened only when its turn comes. */
export interface WalkedFile {
  /** Relative to the folder, with `/`. */
  path: string;
}

/** A folder the browser could not list, and what it said. */
export interface UnreadableFolder {
  path: string;
  unreadable: string;
}

/** A folder a person gave us, whichever way the browser hands it over. */
export interface PhotoFolder {
  name: string;
  /** Lets the folder be opened again after a reload; null where the browser gives none. */
  handle: FileSystemDirectoryHandle | null;
  /** Every file below the folder. @param skip says which folders are not entered, by name */
  walk(skip: (folderName: string) => boolean): AsyncGenerator<WalkedFile | UnreadableFolder>;
  /** @param path relative to the folder @throws DOMException when the file is gone or the card was pulled out */
  open(path: string): Promise<File>;
}

function unreadable(path: string, error: unknown): UnreadableFolder {
  return { path, unreadable: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
}

async function* walkHandle(
  directory: FileSystemDirectoryHandle,
  prefix: string,
  skip: (folderName: string) => boolean,
): AsyncGenerator<WalkedFile | UnreadableFolder> {
  const entries = directory.values();
  for (;;) {
    let next: IteratorResult<FileSystemHandle>;
    try {
      next = (await entries.next()) as IteratorResult<FileSystemHandle>;
    } catch (error) {
      yield unreadable(prefix, error);
      return;
    }
    if (next.done) return;
    const { name } = next.value;
    if (next.value.kind === 'file') yield { path: prefix + name };
    else if (!skip(name))
      yield* walkHandle(next.value as FileSystemDirectoryHandle, `${prefix}${name}/`, skip);
  }
}

/** A folder from the picker, from a drop, or kept from an earlier visit. */
export function folderFromHandle(handle: FileSystemDirectoryHandle): PhotoFolder {
  // Files are looked up by name when opened: a handle kept per photo would cost the browser a connection each.
  const directories = new Map<string, Promise<FileSystemDirectoryHandle>>([['', Promise.resolve(handle)]]);
  const directoryAt = (path: string): Promise<FileSystemDirectoryHandle> => {
    const known = directories.get(path);
    if (known) return known;
    const cut = path.lastIndexOf('/');
    const found = directoryAt(path.slice(0, Math.max(cut, 0))).then((parent) =>
      parent.getDirectoryHandle(path.slice(cut + 1)),
    );
    directories.set(path, found);
    found.catch(() => directories.delete(path));
    return found;
  };
  return {
    name: handle.name,
    handle,
    walk: (skip) => walkHandle(handle, '', skip),
    open: async (path) => {
      const cut = path.lastIndexOf('/');
      const directory = await directoryAt(path.slice(0, Math.max(cut, 0)));
      return (await directory.getFileHandle(path.slice(cut + 1))).getFile();
    },
  };
}

function readBatch(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

async function* walkEntry(
  directory: FileSystemDirectoryEntry,
  prefix: string,
  skip: (folderName: string) => boolean,
): AsyncGenerator<WalkedFile | UnreadableFolder> {
  const reader = directory.createReader();
  for (;;) {
    let batch: FileSystemEntry[];
    try {
      batch = await readBatch(reader); // at most 100 at a time; an empty batch is the end
    } catch (error) {
      yield unreadable(prefix, error);
      return;
    }
    if (batch.length === 0) return;
    for (const entry of batch) {
      if (entry.isFile) yield { path: prefix + entry.name };
      else if (!skip(entry.name)) {
        yield* walkEntry(entry as FileSystemDirectoryEntry, `${prefix}${entry.name}/`, skip);
      }
    }
  }
}

/**
 * A dropped folder. Its entries are walked even where there is a handle: they are quicker, and Chromium's handles
 * silently leave out files whose names Windows forbids (`"`, `:`, `?`, …), which Linux and macOS write.
 */
export function folderFromEntry(
  entry: FileSystemDirectoryEntry,
  handle: FileSystemDirectoryHandle | null,
): PhotoFolder {
  return {
    name: entry.name,
    handle,
    walk: (skip) => walkEntry(entry, '', skip),
    open: (path) =>
      new Promise((resolve, reject) => {
        entry.getFile(path, {}, (found) => (found as FileSystemFileEntry).file(resolve, reject), reject);
      }),
  };
}
