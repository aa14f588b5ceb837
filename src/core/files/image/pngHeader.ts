import { type ByteRange, ByteView } from '../byteView.ts';
import { exifBlock } from './exifBlock.ts';

/** What a PNG's chunks say (W3C PNG, third edition, sections 5 and 11). */
export interface PngHeader {
  /** Pixels; null when the IHDR chunk is missing. */
  width: number | null;
  height: number | null;
  /** Where the TIFF block of EXIF lies, if an eXIf chunk is within the given bytes; it may follow the pixels. */
  exif: ByteRange | null;
}

/** Walks the chunks of a PNG, or of the head of one. Never throws. */
export function readPngHeader(bytes: Uint8Array): PngHeader {
  const view = new ByteView(bytes);
  const header: PngHeader = { width: null, height: null, exif: null };
  let offset = 8;
  while (offset + 8 <= view.length) {
    const data = offset + 8;
    const end = data + view.uint32(offset);
    const type = view.text(offset + 4, 4);
    if (type === 'IHDR' && header.width === null && data + 8 <= view.length) {
      header.width = view.uint32(data) || null;
      header.height = view.uint32(data + 4) || null;
    } else if (type === 'eXIf') {
      header.exif ??= exifBlock(view, data, end);
    } else if (type === 'IEND') {
      break;
    }
    offset = end + 4;
  }
  return header;
}
