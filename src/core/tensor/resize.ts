import type { BoundingBox } from '../prediction/box.ts';
import type { PhotoPixels, RgbaPixels, Size } from './pixels.ts';
import { resizePlainly } from './plainBilinear.ts';
import {
  precisionBits,
  resampleWeights,
  type Interpolation,
  type ResampleAxis,
  type ResampleWeights,
} from './resampleWeights.ts';

/** How pixels are mixed. */
export interface ResizeMethod {
  interpolation: Interpolation;
  /** True: the filter widens when shrinking, as Pillow's. False: two pixels per axis at any scale, bilinear. */
  antialias: boolean;
  /** Without antialias: levels are cut off to 8 bits as SpeciesNet does, rather than rounded. */
  roundTrip?: 'uint8';
}

/** What is resized to what, in stored axes. */
export interface ResizePlan {
  /** The size that the region becomes, in whole pixels. */
  size: Size;
  /** The part of the photo that is resized, in pixels of the full photo; all of it unless given. */
  region?: BoundingBox;
  /** The part of the result that is wanted, in whole pixels of `size`; all of it unless given. */
  window?: BoundingBox;
}

const half = 1 << (precisionBits - 1);

/** Kept between photos, because a fresh buffer for each is garbage by the megabyte. Clamped, for filters that overshoot. */
let rows = new Uint8ClampedArray(0);
let line = new Uint8ClampedArray(0);

/** Source rows from `from` up to `until`, RGBA, to RGB `[height, target, 3]` in `rows`. */
function squeezeColumns(
  source: RgbaPixels,
  target: number,
  from: number,
  until: number,
  table: ResampleWeights,
): void {
  const { starts, counts, stride, weights } = table;
  const { data, width, height } = source;
  const size = height * target * 3;
  if (rows.length < size) rows = new Uint8ClampedArray(size);
  const squeezed = rows;
  let write = from * target * 3;
  for (let y = from; y < until; y += 1) {
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

function axesOf(source: PhotoPixels, plan: ResizePlan): { columns: ResampleAxis; lines: ResampleAxis } {
  const { photo, scale } = source;
  const { size, region = { x: 0, y: 0, ...photo }, window = { x: 0, y: 0, ...size } } = plan;
  const averaged = 1 / scale;
  return {
    columns: {
      averaged,
      pixels: source.width,
      start: region.x * scale,
      extent: region.width * scale,
      target: size.width,
      first: window.x,
      count: window.width,
    },
    lines: {
      averaged,
      pixels: source.height,
      start: region.y * scale,
      extent: region.height * scale,
      target: size.height,
      first: window.y,
      count: window.height,
    },
  };
}

/**
 * Resizes a photo and hands over each finished row, so that it can be written straight to where it is wanted.
 * With antialias: columns first, then rows, rounded to 8 bits between, which is the result of Pillow's `resize`
 * (`ImagingResample`); what is cut off by a region is cut off before.
 *
 * @param take gets row `y` of the window as RGB `[width, 3]`; the array is used again for the next row
 */
export function resizeRows(
  source: PhotoPixels,
  plan: ResizePlan,
  method: ResizeMethod,
  take: (row: Uint8ClampedArray, y: number) => void,
): void {
  const { columns, lines } = axesOf(source, plan);
  if (!method.antialias) {
    resizePlainly(source, columns, lines, method.roundTrip === 'uint8', take);
    return;
  }
  const across = resampleWeights(columns, method.interpolation);
  const down = resampleWeights(lines, method.interpolation);
  const last = lines.count - 1;
  const until = (down.starts[last] as number) + (down.counts[last] as number);
  squeezeColumns(source, columns.count, down.starts[0] as number, until, across);
  const length = columns.count * 3;
  if (line.length < length) line = new Uint8ClampedArray(length);
  for (let y = 0; y < lines.count; y += 1) {
    squeezeRows(length, y, down);
    take(line, y);
  }
}

/** Resizes a photo to RGBA in its stored axes, antialiased. @param size the new size, in stored axes */
export function resizePixels(source: PhotoPixels, size: Size): RgbaPixels {
  const data = new Uint8Array(size.width * size.height * 4).fill(255);
  let write = 0;
  resizeRows(source, { size }, { interpolation: 'bilinear', antialias: true }, (row) => {
    for (let read = 0; read < size.width * 3; read += 3) {
      data[write] = row[read] as number;
      data[write + 1] = row[read + 1] as number;
      data[write + 2] = row[read + 2] as number;
      write += 4;
    }
  });
  return { ...size, data };
}
