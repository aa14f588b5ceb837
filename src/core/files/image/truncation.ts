import { ByteView } from '../byteView.ts';
import type { ImageFormat } from './imageHeader.ts';
import { isTruncatedJpeg } from './jpegHeader.ts';

/** The chunk every PNG ends with: no data, its name, its checksum (W3C PNG, third edition, section 11.2.5). */
const lastPngChunk = '\0\0\0\0IEND\xaeB`\x82';

/** How far back the last chunk of a PNG is looked for: some programs append a little of their own. */
const tailBytes = 4096;

function isTruncatedPng(view: ByteView): boolean {
  const tail = Math.min(view.length, tailBytes);
  return !view.text(view.length - tail, tail).includes(lastPngChunk);
}

/**
 * True when a whole file ends before its picture does. Some decoders fill the rest with grey without a word, which
 * would make a blank of an animal. For formats other than JPEG, PNG and WebP it is left to the decoder to notice.
 */
export function isTruncated(bytes: Uint8Array, format: ImageFormat): boolean {
  switch (format) {
    case 'jpeg':
      return isTruncatedJpeg(bytes);
    case 'png':
      return isTruncatedPng(new ByteView(bytes));
    case 'webp':
      // The size that the RIFF header names counts from its own end (RFC 9649, section 2.4).
      return new ByteView(bytes, true).uint32(4) + 8 > bytes.length;
    default:
      return false;
  }
}
