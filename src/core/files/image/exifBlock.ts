import type { ByteRange, ByteView } from '../byteView.ts';

const prefix = 'Exif\0';
/** `Exif`, a NUL and one byte of padding (EXIF 2.32, section 4.7.2). */
const prefixBytes = 6;

/** True where a JPEG's APP1 segment says that it holds EXIF. */
export function hasExifPrefix(view: ByteView, offset: number): boolean {
  return view.text(offset, prefix.length) === prefix;
}

/**
 * The TIFF block inside a chunk of EXIF, cut to what is there of the file. JPEG demands the prefix `Exif`; WebP and
 * PNG have none by their specifications, and many programs write it there all the same.
 *
 * @returns null when nothing of it is left
 */
export function exifBlock(view: ByteView, start: number, end: number): ByteRange | null {
  const block = {
    start: hasExifPrefix(view, start) ? start + prefixBytes : start,
    end: Math.min(end, view.length),
  };
  return block.start < block.end ? block : null;
}
