import type { RgbaPixels } from '../../files/pixels.ts';
import type { ResampleAxis } from './resampleWeights.ts';

/** For each target pixel of one axis: the two source pixels it lies between, and how near the second it is, 0-1. */
interface Neighbours {
  lower: Int32Array;
  upper: Int32Array;
  weights: Float64Array;
}

/** Half-pixel centres; beyond the outermost centres the outermost pixel alone counts. */
function neighboursOf({ pixels, start, extent, target, first, count }: ResampleAxis): Neighbours {
  const least = Math.floor(start);
  const most = Math.min(pixels, Math.ceil(start + extent)) - 1;
  const scale = extent / target;
  const lower = new Int32Array(count);
  const upper = new Int32Array(count);
  const weights = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    const place = Math.min(most, Math.max(least, start + (first + index + 0.5) * scale - 0.5));
    lower[index] = Math.floor(place);
    upper[index] = Math.min(most, Math.floor(place) + 1);
    weights[index] = place - Math.floor(place);
  }
  return { lower, upper, weights };
}

/** A level of 0-1 to 8 bits as torchvision's `convert_image_dtype`: scaled to just under 256, then cut off. */
const cutOff = 255.999 / 255;

/** Kept between photos. */
let line = new Uint8ClampedArray(0);

/**
 * Resizes by mixing two pixels per axis at any scale, and hands over each finished row as RGB `[count, 3]`; the array
 * is used again for the next row.
 *
 * Rounded to the nearest level, this is OpenCV's `INTER_LINEAR` to one level. With `cutsOff` it is what SpeciesNet does
 * (`speciesnet/classifier.py` of google/cameratrapai): bilinear without antialias on numbers of 0-1, then to 8 bits.
 *
 * @param cutsOff levels are cut off as by torchvision's `convert_image_dtype`, else rounded to the nearest
 */
export function resizePlainly(
  source: RgbaPixels,
  columns: ResampleAxis,
  lines: ResampleAxis,
  cutsOff: boolean,
  take: (row: Uint8ClampedArray, y: number) => void,
): void {
  const { data, width } = source;
  const across = neighboursOf(columns);
  const down = neighboursOf(lines);
  if (line.length < columns.count * 3) line = new Uint8ClampedArray(columns.count * 3);
  for (let y = 0; y < lines.count; y += 1) {
    const upperRow = (down.lower[y] as number) * width;
    const lowerRow = (down.upper[y] as number) * width;
    const weightY = down.weights[y] as number;
    let write = 0;
    for (let x = 0; x < columns.count; x += 1) {
      const left = across.lower[x] as number;
      const right = across.upper[x] as number;
      const weightX = across.weights[x] as number;
      for (let channel = 0; channel < 3; channel += 1) {
        const upperLeft = data[(upperRow + left) * 4 + channel] as number;
        const upperRight = data[(upperRow + right) * 4 + channel] as number;
        const lowerLeft = data[(lowerRow + left) * 4 + channel] as number;
        const lowerRight = data[(lowerRow + right) * 4 + channel] as number;
        const above = upperLeft + (upperRight - upperLeft) * weightX;
        const below = lowerLeft + (lowerRight - lowerLeft) * weightX;
        const value = above + (below - above) * weightY;
        line[write] = Math.floor(cutsOff ? value * cutOff : value + 0.5);
        write += 1;
      }
    }
    take(line, y);
  }
}
