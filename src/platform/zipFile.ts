import {
  findZipDirectory,
  mostTailBytes,
  readZipDirectory,
  zipDataOffset,
  type ZipEntry,
} from '../core/files/zipDirectory.ts';

/** An archive that is damaged, or packed in a way browsers do not know; the message says which. */
export class ZipError extends Error {
  readonly kind: 'damaged' | 'method' | 'longer';

  constructor(kind: ZipError['kind'], message: string) {
    super(message);
    this.name = 'ZipError';
    this.kind = kind;
  }
}

async function bytesAt(archive: Blob, start: number, end: number): Promise<Uint8Array> {
  return new Uint8Array(await archive.slice(start, end).arrayBuffer());
}

/** The files in an archive. Only its directory is read. @throws ZipError */
export async function listZip(archive: Blob): Promise<ZipEntry[]> {
  const tail = await bytesAt(archive, Math.max(0, archive.size - mostTailBytes), archive.size);
  const directory = findZipDirectory(tail);
  if (!directory) throw new ZipError('damaged', 'its end is missing.');
  if (directory.isZip64) throw new ZipError('method', 'the 64-bit form for archives over 4 GiB');
  const { offset, bytes, entries } = directory;
  const found = readZipDirectory(await bytesAt(archive, offset, offset + bytes), entries);
  if (!found) throw new ZipError('damaged', 'its directory cannot be read.');
  return found;
}

/** Stops as soon as more comes than was declared, so that a lying archive fills neither memory nor disk. */
function atMost(bytes: number): TransformStream<Uint8Array, Uint8Array<ArrayBuffer>> {
  let come = 0;
  return new TransformStream({
    transform(piece, controller) {
      come += piece.length;
      if (come > bytes) controller.error(new ZipError('longer', `more than the ${bytes} bytes it declares`));
      else controller.enqueue(piece as Uint8Array<ArrayBuffer>);
    },
    flush(controller) {
      if (come < bytes) controller.error(new ZipError('damaged', `${come} of ${bytes} bytes are there.`));
    },
  });
}

/** Unpacks one file of an archive. @throws ZipError */
export async function openZipEntry(archive: Blob, entry: ZipEntry): Promise<Blob> {
  const { path, offset, method, packedBytes, bytes } = entry;
  const start = zipDataOffset(await bytesAt(archive, offset, offset + 30));
  if (start === null) throw new ZipError('damaged', `“${path}” is not where it should be.`);
  const packed = archive.slice(offset + start, offset + start + packedBytes);
  if (packed.size !== packedBytes) throw new ZipError('damaged', `“${path}” is cut short.`);
  if (method !== 0 && method !== 8) throw new ZipError('method', `method ${method} for “${path}”`);
  if (method === 0 && packedBytes !== bytes)
    throw new ZipError('damaged', `“${path}” has two different sizes.`);
  if (method === 0) return packed;
  try {
    const unpacked = packed
      .stream()
      .pipeThrough(new DecompressionStream('deflate-raw') as ReadableWritablePair<Uint8Array, Uint8Array>)
      .pipeThrough(atMost(bytes));
    return await new Response(unpacked).blob();
  } catch (error) {
    if (error instanceof ZipError) throw error;
    throw new ZipError('damaged', `“${path}” cannot be unpacked.`);
  }
}
