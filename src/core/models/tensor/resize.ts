import type { BoundingBox } from '../prediction/box.ts';
import type { PhotoPixels, RgbaPixels, Size } from '../../files/pixels.ts';
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

/** What lies in `rows`. A photo's thumbnail is often as wide as what its model sees of it, so that half the work is done. */
let inRows: { data: WeakRef<Uint8Array>; from: number; until: number; table: ResampleWeights } | null = null;

function isInRows({ data }: RgbaPixels, from: number, until: number, table: ResampleWeights): boolean {
  return (
    inRows?.table === table && inRows.from <= from && inRows.until >= until && inRows.data.deref() === data
  );
}

/** The same bytes with one number for each pixel: red is its lowest byte, on every machine that browsers run on. */
function wholePixels({ data }: RgbaPixels): Int32Array {
  const aligned = data.byteOffset % 4 === 0 ? data : data.slice();
  return new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
}

/**
 * Source rows from `from` up to `until`, RGBA, to RGB `[height, target, 3]` in `rows`. Written for the compiler, with
 * whole pixels and 32-bit sums: a third faster than the plain way, in what most of a resize goes into.
 */
function squeezeColumns(
  source: RgbaPixels,
  target: number,
  from: number,
  until: number,
  table: ResampleWeights,
): void {
  if (isInRows(source, from, until, table)) return;
  const { starts, counts, stride, weights } = table;
  const { width, height } = source;
  const size = height * target * 3;
  if (rows.length < size) rows = new Uint8ClampedArray(size);
  const squeezed = rows;
  const pixels = wholePixels(source);
  let write = from * target * 3;
  for (let y = from; y < until; y += 1) {
    for (let x = 0; x < target; x += 1) {
      let read = (y * width + (starts[x] as number)) | 0;
      const end = (read + (counts[x] as number)) | 0;
      let at = (x * stride) | 0;
      let red = half;
      let green = half;
      let blue = half;
      while (read < end) {
        const weight = weights[at] as number;
        const pixel = pixels[read] as number;
        red = (red + Math.imul(weight, pixel & 255)) | 0;
        green = (green + Math.imul(weight, (pixel >> 8) & 255)) | 0;
        blue = (blue + Math.imul(weight, (pixel >> 16) & 255)) | 0;
        read = (read + 1) | 0;
        at = (at + 1) | 0;
      }
      squeezed[write] = red >> precisionBits;
      squeezed[write + 1] = green >> precisionBits;
      squeezed[write + 2] = blue >> precisionBits;
      write = (write + 3) | 0;
    }
  }
  inRows = { data: new WeakRef(source.data), from, until, table };
}

/** Row `y` of the target, RGB, from the rows in `rows` into `line`; a pixel at a time is three times as fast as a level. */
function squeezeRows(length: number, y: number, { starts, counts, stride, weights }: ResampleWeights): void {
  const squeezed = rows;
  const target = line;
  const count = counts[y] as number;
  const start = (starts[y] as number) * length;
  const first = y * stride;
  for (let column = 0; column < length; column += 3) {
    let red = half;
    let green = half;
    let blue = half;
    let read = start + column;
    for (let tap = 0; tap < count; tap += 1) {
      const weight = weights[first + tap] as number;
      red = (red + Math.imul(weight, squeezed[read] as number)) | 0;
      green = (green + Math.imul(weight, squeezed[read + 1] as number)) | 0;
      blue = (blue + Math.imul(weight, squeezed[read + 2] as number)) | 0;
      read += length;
    }
    target[column] = red >> precisionBits;
    target[column + 1] = green >> precisionBits;
    target[column + 2] = blue >> precisionBits;
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
 * Resizes a photo, whose pixels must not be changed any more, and hands over each finished row, so that it can be written straight to where it is wanted.
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
