/** Pixels of a picture made small: `[height, width, 4]`, RGBA with 8 bits each. */
export interface SmallPicture {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/**
 * Decodes an encoded picture at a small size, its sides as they relate.
 *
 * @param longSide px
 * @throws DOMException when it cannot be decoded
 */
export async function decodeSmall(
  bytes: ArrayBuffer,
  mediaType: string,
  longSide = 64,
): Promise<SmallPicture> {
  const bitmap = await createImageBitmap(new Blob([bytes], { type: mediaType }));
  const scale = longSide / Math.max(bitmap.width, bitmap.height);
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new DOMException('no canvas', 'InvalidStateError');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}
