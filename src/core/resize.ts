import { precisionBits, resampleWeights, type ResampleWeights } from './resampleWeights.ts';
import type { PhotoPixels, RgbaPixels, Size } from './pixels.ts';

const half = 1 << (precisionBits - 1);

/** Kept between photos, because a fresh buffer for each is garbage by the megabyte. */
let rows = new Uint8Array(0);
let line = new Uint8Array(0);

/** RGBA `[height, width, 4]` to RGB `[height, target, 3]` in `rows`. */
function squeezeColumns(source: RgbaPixels, target: number, table: ResampleWeights): void {
  const { starts, counts, stride, weights } = table;
  const { data, width, height } = source;
  const size = height * target * 3;
  if (rows.length < size) rows = new Uint8Array(size);
  const squeezed = rows;
  let write = 0;
  for (let y = 0; y < height; y += 1) {
    const rowStart = y * width * 4;
    for (let x = 0; x < target; x += 1) {
      const count = counts[x] as number;
      let read = rowStart + (starts[x] as number) * 4;
      let at = x * stride;
      let red = half;
      let green = half;
      let blue = half;
      for (let tap = 0; tap < count; tap += 1) {
        const weight = weights[at] as number;
        red = (red + weight * (data[read] as number)) | 0;
        green = (green + weight * (data[read + 1] as number)) | 0;
        blue = (blue + weight * (data[read + 2] as number)) | 0;
        read += 4;
        at += 1;
      }
      squeezed[write] = red >> precisionBits;
      squeezed[write + 1] = green >> precisionBits;
      squeezed[write + 2] = blue >> precisionBits;
      write += 3;
    }
  }
}

/** Row `y` of the target, RGB, from the rows in `rows` into `line`. */
function squeezeRows(length: number, y: number, table: ResampleWeights): void {
  const squeezed = rows;
  const target = line;
  const count = table.counts[y] as number;
  const start = (table.starts[y] as number) * length;
  const first = y * table.stride;
  for (let column = 0; column < length; column += 1) {
    let sum = half;
    let read = start + column;
    for (let tap = 0; tap < count; tap += 1) {
      sum = (sum + (table.weights[first + tap] as number) * (squeezed[read] as number)) | 0;
      read += length;
    }
    target[column] = sum >> precisionBits;
  }
}

/**
 * Resizes a photo and hands over each finished row, so that it can be written straight to where it is wanted.
 * Columns first, then rows, rounded to 8 bits between: the result of Pillow's `resize(size, BILINEAR)`
 * (`ImagingResample`). Enlarging is plain bilinear.
 *
 * @param size the photo's new size, in its stored axes
 * @param antialias as Pillow when true; false mixes two pixels per axis at any scale
 * @param take gets row `y` as RGB `[width, 3]`; the array is used again for the next row
 */
export function resizeRows(
  source: PhotoPixels,
  size: Size,
  antialias: boolean,
  take: (row: Uint8Array, y: number) => void,
): void {
  const { photo, scale } = source;
  const columns = resampleWeights(source.width, photo.width * scale, size.width, antialias);
  const lines = resampleWeights(source.height, photo.height * scale, size.height, antialias);
  squeezeColumns(source, size.width, columns);
  const length = size.width * 3;
  if (line.length < length) line = new Uint8Array(length);
  for (let y = 0; y < size.height; y += 1) {
    squeezeRows(length, y, lines);
    take(line, y);
  }
}

/** Resizes a photo to RGBA in its stored axes, antialiased. @param size the new size, in stored axes */
export function resizePixels(source: PhotoPixels, size: Size): RgbaPixels {
  const data = new Uint8Array(size.width * size.height * 4).fill(255);
  let write = 0;
  resizeRows(source, size, true, (row) => {
    for (let read = 0; read < size.width * 3; read += 3) {
      data[write] = row[read] as number;
      data[write + 1] = row[read + 1] as number;
      data[write + 2] = row[read + 2] as number;
      write += 4;
    }
  });
  return { ...size, data };
}
