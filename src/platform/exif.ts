import { readImageHeader } from '../core/files/image/imageHeader.ts';
import { readTiffTags } from '../core/files/image/tiffTags.ts';
import { type PhotoMetadata, toPhotoMetadata } from '../core/photos/photoMetadata.ts';

/**
 * Reads what a photo says of itself: capture time, camera, size, position. Never rejects: what is missing, damaged or
 * past the given bytes is null.
 *
 * Our own reader rather than exifr 7.1.3, which never returns from an AVIF with a box of length 0, gives up a whole
 * directory for one damaged entry, allocates what a damaged count says, and has no WebP.
 *
 * @param bytes the whole file, or its head: 128 KiB hold the EXIF of a JPEG; PNG and WebP keep theirs at the end
 */
export function readPhotoMetadata(bytes: Uint8Array): Promise<PhotoMetadata> {
  const header = readImageHeader(bytes);
  const tags = header.exif ? readTiffTags(bytes.subarray(header.exif.start, header.exif.end)) : {};
  return Promise.resolve(toPhotoMetadata(tags, header));
}
