import type { RgbaPixels, Size } from '../pixels.ts';

/** Samples of one component, row by row. */
export interface Plane {
  /** Samples from one row to the next. */
  width: number;
  samples: Uint8ClampedArray<ArrayBuffer>;
}

/** Factors of JFIF's conversion (ITU-T T.871, 7) in 16 bits of fraction. */
const redOfCr = 91_881;
const greenOfCb = -22_554;
const greenOfCr = -46_802;
const blueOfCb = 116_130;
const half = 32_768;

/** Puts YCbCr planes, or a grey one, together to opaque pixels. */
export function toRgba(planes: readonly Plane[], { width, height }: Size): RgbaPixels {
  const clamped = new Uint8ClampedArray(width * height * 4);
  const [luma, blueness, redness] = planes;
  let write = 0;
  for (let y = 0; y < height; y += 1) {
    let read = y * (luma?.width ?? 0);
    for (let x = 0; x < width; x += 1) {
      const level = luma?.samples[read] ?? 0;
      const cb = blueness ? (blueness.samples[read] as number) - 128 : 0;
      const cr = redness ? (redness.samples[read] as number) - 128 : 0;
      clamped[write] = level + ((redOfCr * cr + half) >> 16);
      clamped[write + 1] = level + ((greenOfCb * cb + greenOfCr * cr + half) >> 16);
      clamped[write + 2] = level + ((blueOfCb * cb + half) >> 16);
      clamped[write + 3] = 255;
      read += 1;
      write += 4;
    }
  }
  return { width, height, data: new Uint8Array(clamped.buffer) };
}
