/** The app's own files as a browser keeps them, in memory: for tests of what is kept, in Node. */
export interface FakeOriginFiles {
  names(): string[];
  /** The next write fails as it does on a full disk, after so many bytes. */
  fillDiskAfter(bytes: number): void;
}

/** Puts an origin private file system in place of the one that Node does not have. */
export function fakeOriginFiles(): FakeOriginFiles {
  const files = new Map<string, Blob>();
  let room = Infinity;

  const writable = (name: string): WritableStream<Uint8Array<ArrayBuffer>> => {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    return new WritableStream({
      write(piece) {
        room -= piece.length;
        if (room < 0) throw new DOMException('full', 'QuotaExceededError');
        pieces.push(piece);
      },
      close() {
        files.set(name, new Blob(pieces));
      },
    });
  };
  const handle = (name: string) => ({
    createWritable: () => Promise.resolve(writable(name)),
    getFile: () => Promise.resolve(new File([files.get(name) ?? ''], name)),
  });
  const directory = {
    getFileHandle: (name: string, { create = false } = {}) => {
      if (!files.has(name) && !create) return Promise.reject(new DOMException(name, 'NotFoundError'));
      if (!files.has(name)) files.set(name, new Blob());
      return Promise.resolve(handle(name));
    },
    removeEntry: (name: string) =>
      files.delete(name) ? Promise.resolve() : Promise.reject(new DOMException(name, 'NotFoundError')),
    keys: () => files.keys(),
  };
  Object.defineProperty(globalThis, 'navigator', {
    configurable: true,
    value: { storage: { getDirectory: () => Promise.resolve(directory) } },
  });
  return {
    names: () => [...files.keys()],
    fillDiskAfter: (bytes) => {
      room = bytes;
    },
  };
}
