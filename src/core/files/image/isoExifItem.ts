import type { ByteRange, ByteView } from '../byteView.ts';
import { exifBlock } from './exifBlock.ts';
import { findIsoBox, fullBoxPayload, isoBoxes } from './isoBoxes.ts';

/** The id of the item of type `Exif` in an item info box (ISO/IEC 14496-12, section 8.11.6), or null. */
function exifItemId(view: ByteView, itemInfo: ByteRange): number | null {
  const countBytes = view.uint8(itemInfo.start) === 0 ? 2 : 4;
  const { start, end } = fullBoxPayload(itemInfo);
  for (const entry of isoBoxes(view, { start: start + countBytes, end })) {
    const version = view.uint8(entry.start);
    const idBytes = version >= 3 ? 4 : 2;
    const id = entry.start + 4;
    if (version >= 2 && view.text(id + idBytes + 2, 4) === 'Exif') return view.unsigned(id, idBytes);
  }
  return null;
}

/** Where an item lies in the file, by the item location box (section 8.11.3); null when it is not in one piece. */
function itemExtent(view: ByteView, itemLocation: ByteRange, wanted: number): ByteRange | null {
  const version = view.uint8(itemLocation.start);
  const { start, end } = fullBoxPayload(itemLocation);
  const offsetBytes = view.uint8(start) >> 4;
  const lengthBytes = view.uint8(start) & 15;
  const baseBytes = view.uint8(start + 1) >> 4;
  const indexBytes = version === 0 ? 0 : view.uint8(start + 1) & 15;
  const idBytes = version < 2 ? 2 : 4;
  let at = start + 2 + idBytes;
  while (at < end) {
    const id = view.unsigned(at, idBytes);
    at += idBytes;
    const inFile = version === 0 || (view.uint16(at) & 15) === 0;
    at += (version === 0 ? 0 : 2) + 2;
    const base = view.unsigned(at, baseBytes);
    at += baseBytes;
    const extents = view.uint16(at);
    at += 2;
    if (id === wanted) {
      if (!inFile || extents !== 1) return null;
      const first = base + view.unsigned(at + indexBytes, offsetBytes);
      return { start: first, end: first + view.unsigned(at + indexBytes + offsetBytes, lengthBytes) };
    }
    at += extents * (indexBytes + offsetBytes + lengthBytes);
  }
  return null;
}

/**
 * Where the TIFF block of EXIF lies in an AVIF or HEIC, or null (ISO/IEC 23008-12, annex A.2.1: the item starts with
 * the 4-byte distance to the TIFF header).
 *
 * @param meta payload of the `meta` box, after version and flags
 */
export function isoExifItem(view: ByteView, meta: ByteRange): ByteRange | null {
  const itemInfo = findIsoBox(view, meta, 'iinf');
  const itemLocation = findIsoBox(view, meta, 'iloc');
  const id = itemInfo && exifItemId(view, itemInfo);
  const extent = itemLocation && id !== null ? itemExtent(view, itemLocation, id) : null;
  return extent && exifBlock(view, extent.start + 4 + view.uint32(extent.start), extent.end);
}
