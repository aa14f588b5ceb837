/** Long sides that are tried, in pixels, largest first. */
const longSides = [1920, 1600, 1280, 960, 640, 320];
const quality = 0.85;

/**
 * A photo made anew from its pixels, upright, without anything the file said of place or time, small enough.
 *
 * @param mostBytes of the JPEG
 * @returns null when the browser cannot decode it
 */
export async function smallCopy(file: Blob, mostBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (!bitmap) return null;
  try {
    for (const longSide of longSides) {
      const scale = Math.min(1, longSide / Math.max(bitmap.width, bitmap.height));
      const width = Math.max(1, Math.round(bitmap.width * scale));
      const height = Math.max(1, Math.round(bitmap.height * scale));
      const canvas = new OffscreenCanvas(width, height);
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
      if (blob.size <= mostBytes) return new Uint8Array(await blob.arrayBuffer());
    }
    return null;
  } finally {
    bitmap.close();
  }
}
