import type { RgbaPixels } from '../core/files/pixels.ts';

/**
 * Encodes pixels as a JPEG.
 *
 * @param quality 0-1
 * @throws DOMException when the browser cannot encode them, for example for want of memory
 */
export async function encodePicture(
  { data, width, height }: RgbaPixels,
  quality: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(width, height);
  const image = new ImageData(
    new Uint8ClampedArray(data.buffer, data.byteOffset, data.length),
    width,
    height,
  );
  const context = canvas.getContext('2d');
  if (!context) throw new DOMException('This browser gives no canvas.', 'NotSupportedError');
  context.putImageData(image, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return new Uint8Array(await blob.arrayBuffer());
}
