import { type ByteRange, ByteView } from '../byteView.ts';
import { exifBlock, hasExifPrefix } from './exifBlock.ts';

/** What the marker segments before a JPEG's first scan say (ITU-T T.81, annex B). */
export interface JpegHeader {
  /** Pixels; null when no frame header was found, or when it leaves the height open. */
  width: number | null;
  height: number | null;
  /** 1 grey, 3 colour, 4 CMYK; null without a frame header. */
  components: number | null;
  progressive: boolean;
  /** True for 4:2:2 and 4:4:0: colour is stored at half the resolution along one axis only. */
  unevenChroma: boolean;
  /** Where the TIFF block of EXIF lies. */
  exif: ByteRange | null;
  /** Offset of the first scan's marker; null when the bytes end before it. */
  scanStart: number | null;
}

const app1 = 0xe1;
const endOfImage = 0xd9;
const startOfScan = 0xda;

/** SOF0-SOF15 without DHT (C4), JPG (C8) and DAC (CC), which lie between them. */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** SOF2, SOF6, SOF10, SOF14. */
function isProgressive(marker: number): boolean {
  return (marker & 0x03) === 0x02;
}

/** TEM, RST0-RST7, SOI, and the stuffed zero: two bytes without a length. */
function standsAlone(marker: number): boolean {
  return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/**
 * Walks a JPEG's markers up to the first scan. Works on the head of a file too; never throws. Junk between segments
 * is skipped, as decoders do.
 */
export function readJpegHeader(bytes: Uint8Array): JpegHeader {
  const view = new ByteView(bytes);
  const header: JpegHeader = {
    width: null,
    height: null,
    components: null,
    progressive: false,
    unevenChroma: false,
    exif: null,
    scanStart: null,
  };
  let offset = 2;
  while (offset + 4 <= view.length) {
    const marker = view.uint8(offset + 1);
    if (view.uint8(offset) !== 0xff || marker === 0xff) {
      const next = bytes.indexOf(0xff, offset + 1);
      if (next < 0) break;
      offset = next;
      continue;
    }
    if (standsAlone(marker)) {
      offset += 2;
      continue;
    }
    if (marker === endOfImage) break;
    if (marker === startOfScan) {
      header.scanStart = offset;
      break;
    }
    const end = offset + 2 + Math.max(2, view.uint16(offset + 2));
    if (marker === app1 && header.exif === null && hasExifPrefix(view, offset + 4)) {
      header.exif = exifBlock(view, offset + 4, end);
    } else if (isFrameHeader(marker) && header.components === null && offset + 10 <= view.length) {
      header.height = view.uint16(offset + 5) || null;
      header.width = view.uint16(offset + 7) || null;
      header.components = view.uint8(offset + 9);
      header.progressive = isProgressive(marker);
      // The factors of the first component against those of the second, which has 1 x 1 in practice.
      const factors = view.uint8(offset + 11);
      header.unevenChroma = header.components === 3 && factors >> 4 !== (factors & 15);
    }
    offset = end;
  }
  return header;
}

/**
 * True when a whole JPEG file has no end-of-image marker after its first scan: it was cut while being written or
 * copied, and decoders fill the rest with grey. Inside a scan every FF is followed by 00 or a restart marker
 * (T.81, B.1.1.5), so FF D9 can only be the end; what cameras append after it does not disturb.
 */
export function isTruncatedJpeg(bytes: Uint8Array): boolean {
  const { scanStart } = readJpegHeader(bytes);
  if (scanStart === null) return true;
  let offset = bytes.lastIndexOf(endOfImage);
  while (offset > scanStart) {
    if (bytes[offset - 1] === 0xff) return false;
    offset = bytes.lastIndexOf(endOfImage, offset - 1);
  }
  return true;
}
