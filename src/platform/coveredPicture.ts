import type { BoundingBox } from '../core/models/prediction/box.ts';
import { bareJpeg } from '../core/exchange/share/bareJpeg.ts';
import { paintCovers } from '../core/exchange/share/paintCovers.ts';
import { encodePicture } from './pictureEncoder.ts';
import type { PictureBytes } from './thumbnailPixels.ts';

const quality = 0.7;

/**
 * A small upright picture with boxes filled, as a JPEG with its pixels and nothing else.
 *
 * @param covers 0-1 of the picture
 * @returns null when it cannot be decoded
 */
export async function coveredPicture(
  picture: PictureBytes,
  covers: readonly BoundingBox[],
): Promise<PictureBytes | null> {
  if (covers.length === 0 && picture.mediaType === 'image/jpeg') {
    return { ...picture, bytes: bareJpeg(new Uint8Array(picture.bytes)).buffer };
  }
  const bitmap = await createImageBitmap(new Blob([picture.bytes], { type: picture.mediaType })).catch(
    () => null,
  );
  if (!bitmap) return null;
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  context?.drawImage(bitmap, 0, 0);
  bitmap.close();
  const image = context?.getImageData(0, 0, width, height);
  if (!image) return null;
  const pixels = { width, height, data: Uint8Array.from(image.data) };
  paintCovers(pixels, covers);
  return { mediaType: 'image/jpeg', bytes: bareJpeg(await encodePicture(pixels, quality)).buffer };
}
