import { PhotoFailure } from '../core/files/failure.ts';
import { readJpegHeader } from '../core/files/image/jpegHeader.ts';
import type { ImageFormat, ImageHeader } from '../core/files/image/imageHeader.ts';
import type { Orientation } from '../core/files/image/imageHeader.ts';
import { decodeEighth } from '../core/files/jpeg/eighthDecoder.ts';
import { flattenOntoWhite, type Size } from '../core/files/pixels.ts';
import { isTruncated } from '../core/files/image/truncation.ts';
import { decodeBitmap } from './bitmapDecoder.ts';
import { canDecodeFrames, decodeFrame, decodeScale, type DecodedPhoto } from './frameDecoder.ts';

const mediaTypes: Record<Exclude<ImageFormat, 'other'>, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  heic: 'image/heic',
  gif: 'image/gif',
  tiff: 'image/tiff',
};

/** 400 MB as RGBA; what a worker can hold beside its model. */
const mostPixels = 100_000_000;

/** The header's size, which some files do not have. */
function sizeIn({ width, height }: ImageHeader): Size | null {
  return width === null || height === null ? null : { width, height };
}

function assertFits(size: Size, scale: number): void {
  if (size.width * size.height * scale * scale > mostPixels) {
    throw new PhotoFailure('too-large', `${size.width} x ${size.height} pixels.`);
  }
}

/**
 * Chromium's decoder shrinks as fast as ours and beside the worker; it is known by the interface that it alone has.
 * Which decoder is taken depends on nothing that changes between two runs, so that results never do.
 */
function shrinksWell(): boolean {
  return typeof ImageDecoder !== 'undefined' && 'userAgentData' in navigator;
}

/** By our own decoder, where an eighth of the size is enough and the file is plain. */
function decodeAsEighth(
  bytes: Uint8Array<ArrayBuffer>,
  photo: Size,
  orientation: Orientation,
): DecodedPhoto | null {
  const pixels = decodeEighth(bytes);
  return pixels && { ...pixels, photo, scale: 1 / 8, orientation };
}

/**
 * Decodes by WebCodecs where the browser can, else, or where that fails, by an image bitmap; a plain JPEG of which an
 * eighth is enough by our own decoder, unless the browser's is known to shrink well.
 */
async function decodeBest(
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: string,
  photo: Size | null,
  wanted: Size,
  orientation: Orientation,
): Promise<DecodedPhoto> {
  const scale =
    photo && mediaType === 'image/jpeg' ? decodeScale(photo, wanted, readJpegHeader(bytes).unevenChroma) : 1;
  const eighth =
    photo && scale === 1 / 8 && !shrinksWell() ? decodeAsEighth(bytes, photo, orientation) : null;
  if (eighth) return eighth;
  if (await canDecodeFrames(mediaType)) {
    if (photo) assertFits(photo, scale);
    try {
      return await decodeFrame(bytes, mediaType, photo, scale, orientation);
    } catch (error) {
      if (error instanceof RangeError) throw error;
    }
  }
  if (photo) assertFits(photo, 1);
  return decodeBitmap(bytes, mediaType);
}

/** The format of a file that is not damaged in a way that shows at once. @throws PhotoFailure `empty-file`, `not-an-image` or `truncated` */
export function checkWhole(
  bytes: Uint8Array<ArrayBuffer>,
  { format }: Pick<ImageHeader, 'format'>,
): Exclude<ImageFormat, 'other'> {
  if (bytes.length === 0) throw new PhotoFailure('empty-file', 'The file has 0 bytes.');
  if (format === 'other')
    throw new PhotoFailure('not-an-image', 'The first bytes are of no known image format.');
  if (isTruncated(bytes, format)) throw new PhotoFailure('truncated', `The ${format} has no end.`);
  return format;
}

/**
 * Decodes a photo to RGBA at the least cost that covers what is wanted: a JPEG at 1/8, 1/4, 1/2 or all of its size,
 * other formats at full size. Transparency is laid over white.
 *
 * @param header of the same bytes
 * @param wanted least size needed, in the photo's stored axes
 * @param orientation of the photo's metadata; used where the browser does not say how it would show the photo
 * @returns pixels as stored (not turned), with the orientation that is still to be applied to them, once
 * @throws PhotoFailure `empty-file`, `not-an-image`, `truncated`, `undecodable` or `too-large`
 */
export async function decodePhoto(
  bytes: Uint8Array<ArrayBuffer>,
  header: ImageHeader,
  wanted: Size,
  orientation: Orientation,
): Promise<DecodedPhoto> {
  const format = checkWhole(bytes, header);
  try {
    const decoded = await decodeBest(bytes, mediaTypes[format], sizeIn(header), wanted, orientation);
    if (format !== 'jpeg') flattenOntoWhite(decoded);
    return decoded;
  } catch (error) {
    if (error instanceof PhotoFailure) throw error;
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new PhotoFailure(error instanceof RangeError ? 'too-large' : 'undecodable', detail);
  }
}
