import type { DecodedPhoto } from './frameDecoder.ts';

/**
 * Decodes a photo without WebCodecs: at full size and already turned upright by the browser.
 * Slower, and some browsers add noise to what is read back from a canvas, so it is the second choice.
 * Never shrinks: the canvas' own smoothing gives other scores than the filter models are trained with.
 *
 * @throws DOMException `InvalidStateError` when the browser cannot decode the photo
 * @throws RangeError when there is no memory for the pixels
 */
export async function decodeBitmap(bytes: Uint8Array<ArrayBuffer>, mediaType: string): Promise<DecodedPhoto> {
  const bitmap = await createImageBitmap(new Blob([bytes], { type: mediaType }), {
    imageOrientation: 'from-image',
    premultiplyAlpha: 'none',
  });
  try {
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new RangeError(`The browser gave no canvas of ${width} x ${height} pixels.`);
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    return {
      data: new Uint8Array(data.buffer),
      width,
      height,
      photo: { width, height },
      scale: 1,
      orientation: 1,
    };
  } finally {
    bitmap.close();
  }
}
