import { ByteView } from './byteView.ts';
import { utf8Text } from './utf8.ts';

/** One file of a .zip archive, as its directory describes it. */
export interface ZipEntry {
  /** With `/`. */
  path: string;
  /** Where its own header starts, from the start of the archive. */
  offset: number;
  /** 0: stored as it is; 8: deflate. */
  method: number;
  encrypted: boolean;
  packedBytes: number;
  /** As declared; what it unpacks to must be counted again. */
  bytes: number;
}

/** Where the directory lies; `entries` as declared. */
export interface ZipDirectory {
  offset: number;
  bytes: number;
  entries: number;
  /** Needs the 64-bit form, which archives over 4 GiB have. */
  isZip64: boolean;
}

/** The end record is at most this far from the end of an archive: itself and a comment. */
export const mostTailBytes = 22 + 65_535;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const localHeaderBytes = 30;

/**
 * Finds the directory by the record at the end of an archive (APPNOTE.TXT 6.3.10, 4.3.16).
 *
 * @param tail the last bytes of the archive, up to `mostTailBytes`
 * @returns null when there is no such record
 */
export function findZipDirectory(tail: Uint8Array): ZipDirectory | null {
  const view = new ByteView(tail, true);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (view.uint32(at) !== endSignature || at + 22 + view.uint16(at + 20) > tail.length) continue;
    const entries = view.uint16(at + 10);
    const bytes = view.uint32(at + 12);
    const offset = view.uint32(at + 16);
    return {
      entries,
      bytes,
      offset,
      isZip64: entries === 0xffff || bytes === 0xffffffff || offset === 0xffffffff,
    };
  }
  return null;
}

/**
 * Reads the directory of an archive (APPNOTE.TXT 4.3.12), folders left out. Names are taken as UTF-8 where they are.
 *
 * @returns null when it is damaged
 */
export function readZipDirectory(directory: Uint8Array, declared: number): ZipEntry[] | null {
  const view = new ByteView(directory, true);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < declared; index += 1) {
    if (at + 46 > directory.length || view.uint32(at) !== entrySignature) return null;
    const nameBytes = view.uint16(at + 28);
    const next = at + 46 + nameBytes + view.uint16(at + 30) + view.uint16(at + 32);
    if (next > directory.length) return null;
    const path = utf8Text(directory.subarray(at + 46, at + 46 + nameBytes));
    if (!path.endsWith('/')) {
      entries.push({
        path,
        offset: view.uint32(at + 42),
        method: view.uint16(at + 10),
        encrypted: (view.uint16(at + 8) & 1) === 1,
        packedBytes: view.uint32(at + 20),
        bytes: view.uint32(at + 24),
      });
    }
    at = next;
  }
  return entries;
}

/** Bytes before a file's data in its own header (APPNOTE.TXT 4.3.7). @returns null when there is no header */
export function zipDataOffset(header: Uint8Array): number | null {
  const view = new ByteView(header, true);
  if (header.length < localHeaderBytes || view.uint32(0) !== localSignature) return null;
  return localHeaderBytes + view.uint16(26) + view.uint16(28);
}
