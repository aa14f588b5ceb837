import { ByteView } from '../byteView.ts';
import { type ExifTags, type ExifTagName, gpsTags, imageTags } from './exifTags.ts';

const imageNames = new Map<number, ExifTagName>(imageTags);
const gpsNames = new Map<number, ExifTagName>(gpsTags);
const exifPointer = 0x8769;
const gpsPointer = 0x8825;

/** Bytes per value by TIFF type number (TIFF 6.0, section 2; 13 is IFD, 129 is EXIF 3.0's UTF-8). */
const typeBytes = new Map([
  [1, 1],
  [2, 1],
  [3, 2],
  [4, 4],
  [5, 8],
  [6, 1],
  [7, 1],
  [9, 4],
  [10, 8],
  [13, 4],
  [129, 1],
]);

/** Bytes without a meaning of their own. */
const undefinedType = 7;

/** No tag read here needs more: a damaged count must not make a list of millions. */
const mostBytes = 256;
const mostNumbers = 8;

function readNumber(view: ByteView, type: number, offset: number): number {
  if (type === 3) return view.uint16(offset);
  if (type === 5) return view.uint32(offset) / view.uint32(offset + 4);
  if (type === 9) return view.uint32(offset) | 0;
  if (type === 10) return (view.uint32(offset) | 0) / (view.uint32(offset + 4) | 0);
  return view.uint32(offset);
}

/** The value of the directory entry at an offset, by its TIFF type; null when it lies outside the block. */
function readValue(view: ByteView, entry: number): string | Uint8Array | number[] | null {
  const type = view.uint16(entry + 2);
  const count = view.uint32(entry + 4);
  const size = typeBytes.get(type);
  if (size === undefined || count === 0) return null;
  const offset = size * count <= 4 ? entry + 8 : view.uint32(entry + 8);
  if (offset + size * count > view.length) return null;
  if (type === undefinedType) return view.bytes.subarray(offset, offset + Math.min(count, mostBytes));
  if (size === 1) return view.text(offset, Math.min(count, mostBytes));
  return Array.from({ length: Math.min(count, mostNumbers) }, (_, index) =>
    readNumber(view, type, offset + index * size),
  );
}

/** Offsets of the 12-byte entries of a directory, as far as they lie in the block. */
function directoryEntries(view: ByteView, directory: number): number[] {
  const first = directory + 2;
  const inBlock = Math.floor((view.length - first) / 12);
  const count = Math.max(0, Math.min(view.uint16(directory), inBlock));
  return Array.from({ length: count }, (_, index) => first + index * 12);
}

/**
 * Reads the tags that this app needs from the TIFF block of EXIF, each on its own: one damaged entry costs that entry
 * only. Text is raw, NULs and all, and long values are cut; rationals are divided, so 0/0 is NaN. Never throws, and takes time in proportion to
 * the block at most.
 *
 * @param block starts at the byte order mark `II` or `MM` (TIFF 6.0, section 2)
 */
export function readTiffTags(block: Uint8Array): ExifTags {
  const order = new ByteView(block).text(0, 2);
  if (order !== 'II' && order !== 'MM') return {};
  const view = new ByteView(block, order === 'II');
  const tags: ExifTags = {};
  const readAll = (entries: readonly number[], names: ReadonlyMap<number, ExifTagName>): void => {
    for (const entry of entries) {
      const name = names.get(view.uint16(entry));
      const value = name && readValue(view, entry);
      if (name && value !== null) tags[name] = value;
    }
  };
  const main = directoryEntries(view, view.uint32(4));
  const entriesBehind = (pointer: number): number[] => {
    const entry = main.find((offset) => view.uint16(offset) === pointer);
    return entry === undefined ? [] : directoryEntries(view, view.uint32(entry + 8));
  };
  readAll(main, imageNames);
  readAll(entriesBehind(exifPointer), imageNames);
  readAll(entriesBehind(gpsPointer), gpsNames);
  return tags;
}
