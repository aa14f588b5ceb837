import { type ByteRange, ByteView } from '../byteView.ts';
import { exifBlock } from './exifBlock.ts';

/** What a WebP's chunks say (RFC 9649, section 2). */
export interface WebpHeader {
  /** Pixels of the canvas; null when no image chunk was found. */
  width: number | null;
  height: number | null;
  /** Where the TIFF block of EXIF lies, if its chunk is within the given bytes; it follows the pixels. */
  exif: ByteRange | null;
}

/** Pixel size by the first chunk that has one: VP8X (canvas), VP8 (RFC 6386, section 9.1) or VP8L (RFC 9649, 3.4). */
function chunkSize(view: ByteView, type: string, data: number): [width: number, height: number] | null {
  if (type === 'VP8X' && data + 10 <= view.length) {
    return [view.uint24(data + 4) + 1, view.uint24(data + 7) + 1];
  }
  if (type === 'VP8 ' && data + 10 <= view.length && view.uint24(data + 3) === 0x2a019d) {
    return [view.uint16(data + 6) & 0x3fff, view.uint16(data + 8) & 0x3fff];
  }
  if (type === 'VP8L' && data + 5 <= view.length && view.uint8(data) === 0x2f) {
    const packed = view.uint32(data + 1);
    return [(packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1];
  }
  return null;
}

/** Walks the chunks of a WebP, or of the head of one. Never throws. */
export function readWebpHeader(bytes: Uint8Array): WebpHeader {
  const view = new ByteView(bytes, true);
  const header: WebpHeader = { width: null, height: null, exif: null };
  let offset = 12;
  while (offset + 8 <= view.length) {
    const type = view.text(offset, 4);
    const data = offset + 8;
    const end = data + view.uint32(offset + 4);
    if (type === 'EXIF') header.exif ??= exifBlock(view, data, end);
    const size = header.width === null ? chunkSize(view, type, data) : null;
    if (size) {
      header.width = size[0] || null;
      header.height = size[1] || null;
    }
    // Chunks of odd length are padded by one byte.
    offset = end + (end & 1);
  }
  return header;
}
