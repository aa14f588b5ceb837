import type { RgbaPixels } from '../files/pixels.ts';

/** Share of pixels, 0-1, that may stand out in colour in an infra-red photo: the stamp, a logo, noise of JPEG. */
const outlierShare = 0.1;

/**
 * A photo whose colour stays below this is infra-red; see `colourOf` for the unit. Of 98 public photos, most of
 * Reconyx and Moultrie cameras, the 29 grey ones measured under 0.1 and the others, two with a white flash among them,
 * 5.7 to 73.
 */
const greyLimit = 2.5;

/** The value below which `share` of the numbers lie. */
function quantile(values: Float32Array, share: number): number {
  return values.slice().sort()[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}

/** Where one channel lies above green: `base + slope * green`. */
interface Tint {
  base: number;
  slope: number;
}

/** The straight line (least squares) through one channel minus green over green, for the pixels that are wanted. */
function fitTint(data: Uint8Array, channel: 0 | 2, isWanted: (pixel: number) => boolean): Tint {
  let count = 0;
  let sumX = 0;
  let sumY = 0;
  let sumXX = 0;
  let sumXY = 0;
  for (let index = 0; index < data.length; index += 4) {
    if (!isWanted(index / 4)) continue;
    const green = data[index + 1] as number;
    const difference = (data[index + channel] as number) - green;
    count += 1;
    sumX += green;
    sumY += difference;
    sumXX += green * green;
    sumXY += green * difference;
  }
  const spread = count * sumXX - sumX * sumX;
  const slope = spread === 0 ? 0 : (count * sumXY - sumX * sumY) / spread;
  return { slope, base: count === 0 ? 0 : (sumY - slope * sumX) / count };
}

/** How far each pixel's channel lies from the tint. */
function residuals(data: Uint8Array, channel: 0 | 2, { base, slope }: Tint): Float32Array {
  return Float32Array.from({ length: data.length / 4 }, (_, pixel) => {
    const green = data[pixel * 4 + 1] as number;
    return Math.abs((data[pixel * 4 + channel] as number) - green - base - slope * green);
  });
}

/**
 * How far a channel strays from the photo's own tint: an infra-red photo is often violet or green all over, more so
 * where it is bright. The tint is fitted twice, the second time without the pixels that stand out.
 */
function strayOf(data: Uint8Array, channel: 0 | 2): number {
  const rough = residuals(
    data,
    channel,
    fitTint(data, channel, () => true),
  );
  const limit = quantile(rough, 1 - 2 * outlierShare);
  const tint = fitTint(data, channel, (pixel) => (rough[pixel] ?? 0) <= limit);
  return quantile(residuals(data, channel, tint), 1 - outlierShare);
}

/**
 * How colourful a photo is beyond one tint for all of it, in steps of a channel (0-255): the larger of red and blue
 * minus green, at the 90th percentile of the pixels. A thumbnail of 100 pixels across is enough.
 */
export function colourOf({ data }: Pick<RgbaPixels, 'data'>): number {
  if (data.length < 4) return 0;
  return Math.max(strayOf(data, 0), strayOf(data, 2));
}

/**
 * Whether a photo was taken by infra-red light, from its pixels: no colour but one tint. A photo of fog or
 * snow can be as grey.
 */
export function isGrey(pixels: Pick<RgbaPixels, 'data'>): boolean {
  return colourOf(pixels) < greyLimit;
}
