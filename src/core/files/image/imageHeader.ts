import { readAvifHeader } from './avifHeader.ts';
import { type ByteRange, ByteView } from '../byteView.ts';
import { readJpegHeader } from './jpegHeader.ts';
import { readPngHeader } from './pngHeader.ts';
import { readWebpHeader } from './webpHeader.ts';

/** EXIF orientation, 1-8: 1 upright, 3 turned by 180°, 6 and 8 turned by 90°, the even ones mirrored. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic' | 'gif' | 'tiff' | 'other';

/** What a photo's container says, whatever its format. */
export interface ImageHeader {
  format: ImageFormat;
  /** Pixels as stored; null when the header does not say or could not be read. */
  width: number | null;
  height: number | null;
  /** How the container itself turns the image (AVIF, HEIC); null where only EXIF can say. */
  orientation: Orientation | null;
  /** Where the TIFF block of EXIF lies, within the given bytes. */
  exif: ByteRange | null;
}

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

/** AVIF or HEIC by the brands of the file type box (ISO/IEC 14496-12, section 4.3); AVIF also names `mif1`. */
function isoFormat(view: ByteView): ImageFormat {
  const end = Math.min(view.uint32(0), view.length, 256);
  const brands = [view.text(8, 4)];
  for (let offset = 16; offset + 4 <= end; offset += 4) brands.push(view.text(offset, 4));
  if (brands.some((brand) => brand === 'avif' || brand === 'avis')) return 'avif';
  return brands.some((brand) => heicBrands.has(brand)) ? 'heic' : 'other';
}

/** Names the format of an image by its first bytes; its file name plays no part. Never throws. */
export function imageFormat(bytes: Uint8Array): ImageFormat {
  const view = new ByteView(bytes);
  if (view.uint16(0) === 0xffd8) return 'jpeg';
  if (view.text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (view.text(0, 4) === 'RIFF' && view.text(8, 4) === 'WEBP') return 'webp';
  if (view.text(4, 4) === 'ftyp') return isoFormat(view);
  if (/^GIF8[79]a$/.test(view.text(0, 6))) return 'gif';
  const tiff = view.text(0, 4);
  return tiff === 'II*\0' || tiff === 'MM\0*' ? 'tiff' : 'other';
}

/**
 * Reads the header of an image from its whole file or its head; what lies past the given bytes stays null (a PNG or
 * WebP keeps EXIF at its end). Never throws.
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader {
  const format = imageFormat(bytes);
  const unknown = { format, width: null, height: null, orientation: null, exif: null };
  switch (format) {
    case 'jpeg': {
      const { width, height, exif } = readJpegHeader(bytes);
      return { ...unknown, width, height, exif };
    }
    case 'png':
      return { ...unknown, ...readPngHeader(bytes) };
    case 'webp':
      return { ...unknown, ...readWebpHeader(bytes) };
    case 'avif':
    case 'heic':
      return { ...unknown, ...readAvifHeader(bytes) };
    case 'gif': {
      const view = new ByteView(bytes, true);
      return { ...unknown, width: view.uint16(6) || null, height: view.uint16(8) || null };
    }
    case 'tiff':
      return { ...unknown, exif: { start: 0, end: bytes.length } };
    case 'other':
      return unknown;
  }
}
