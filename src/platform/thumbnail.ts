import { fitWithin } from '../core/models/tensor/letterbox.ts';
import { orientPixels } from '../core/models/tensor/orientation.ts';
import { resizePixels } from '../core/models/tensor/resize.ts';
import type { DecodedPhoto } from './frameDecoder.ts';

const longSide = 320;

/** What a photo must be decoded to, at least, for a thumbnail. */
export const thumbnailSize = { width: longSide, height: longSide };

const quality = 0.7;

/** An encoded picture. */
export interface Thumbnail {
  /** `image/jpeg`; older versions kept `image/webp`. */
  mediaType: string;
  bytes: ArrayBuffer;
}

/**
 * The canvas of the last thumbnail: most photos of a run are of one size, and a fresh one waits for the browser's other
 * processes. Nobody has it while a thumbnail is being encoded.
 */
let spare: OffscreenCanvas | null = null;

function takeCanvas(width: number, height: number): OffscreenCanvas {
  const canvas = spare?.width === width && spare.height === height ? spare : null;
  spare = null;
  return canvas ?? new OffscreenCanvas(width, height);
}

/**
 * A small upright picture of a photo, made of its pixels alone: no Exif, no place, no time.
 * Its long side is 320 px, or the photo's own where that is less.
 *
 * @throws DOMException when the browser cannot encode it
 */
export async function makeThumbnail(photo: DecodedPhoto): Promise<Thumbnail> {
  const room = Math.min(longSide, Math.max(photo.width, photo.height));
  const size = fitWithin(photo.photo, { width: room, height: room });
  const { data, width, height } = orientPixels(resizePixels(photo, size), photo.orientation);
  const canvas = takeCanvas(width, height);
  const image = new ImageData(
    new Uint8ClampedArray(data.buffer, data.byteOffset, data.length),
    width,
    height,
  );
  // Kept off the graphics processor, from which it would have to be fetched again.
  canvas.getContext('2d', { willReadFrequently: true })?.putImageData(image, 0, 0);
  // WebP would be a tenth smaller and takes six times as long, a sixth of all the time a photo takes.
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  spare = canvas;
  return { mediaType: blob.type, bytes: await blob.arrayBuffer() };
}

/** The same of a file that nobody decoded yet, by the browser itself. @throws DOMException when it cannot be decoded */
export async function thumbnailOfFile(file: Blob): Promise<Thumbnail> {
  const bitmap = await createImageBitmap(file);
  const room = Math.min(longSide, Math.max(bitmap.width, bitmap.height));
  const { width, height } = fitWithin(bitmap, { width: room, height: room });
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context) context.imageSmoothingQuality = 'high';
  context?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return { mediaType: blob.type, bytes: await blob.arrayBuffer() };
}
