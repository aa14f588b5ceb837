/** Bytes of a small picture. */
export interface PictureBytes {
  mediaType: string;
  bytes: ArrayBuffer;
}

/**
 * The pixels of a small picture, upright, scaled to at most `longest` pixels.
 *
 * @returns null when the picture cannot be decoded
 */
export async function thumbnailPixels(
  { mediaType, bytes }: PictureBytes,
  longest: number,
): Promise<{ data: Uint8Array<ArrayBuffer> } | null> {
  try {
    const bitmap = await createImageBitmap(new Blob([bytes], { type: mediaType }));
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    context?.drawImage(bitmap, 0, 0, width, height);
    bitmap.close();
    const pixels = context?.getImageData(0, 0, width, height).data;
    return pixels ? { data: Uint8Array.from(pixels) } : null;
  } catch {
    return null;
  }
}
