/** Width and height in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** Pixels in memory, RGBA with 8 bits each, row by row from the top left: `[height, width, 4]`, opaque. */
export interface RgbaPixels extends Size {
  data: Uint8Array<ArrayBuffer>;
}

/** A photo's pixels as stored, before orientation is applied, decoded at full size or at a fraction of it. */
export interface PhotoPixels extends RgbaPixels {
  /** The photo's full size as stored. */
  photo: Size;
  /**
   * Decoded pixels per stored pixel, 0-1. `photo.width * scale` may be fractional: the last column then reaches
   * a little beyond the photo's edge, and `width` is that product rounded up. The same holds for rows.
   */
  scale: number;
}

/** Lays transparent pixels over white, in place: what lies hidden under them is not part of the picture. */
export function flattenOntoWhite({ data }: RgbaPixels): void {
  for (let index = 0; index < data.length; index += 4) {
    const alpha = data[index + 3] as number;
    if (alpha === 255) continue;
    for (let channel = index; channel < index + 3; channel += 1) {
      data[channel] = Math.round(((data[channel] as number) * alpha) / 255 + (255 - alpha));
    }
    data[index + 3] = 255;
  }
}
