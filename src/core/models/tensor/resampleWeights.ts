import { ontoMeans } from './meansFilter.ts';

/** For each target pixel of one axis: which source pixels it mixes, and how. */
export interface ResampleWeights {
  /** First source pixel of each target pixel. */
  starts: Int32Array;
  /** How many source pixels each target pixel mixes. */
  counts: Int32Array;
  /** Room per target pixel in `weights`. */
  stride: number;
  /** Fixed point with `precisionBits` fraction bits, `[target pixels, stride]`. */
  weights: Int32Array;
}

/** One axis of a resize: a stretch of source pixels, and the target pixels that are wanted of it. */
export interface ResampleAxis {
  /** Source pixels along the axis. */
  pixels: number;
  /** Where what is resized begins and how far it goes, in source pixels; may be fractional. */
  start: number;
  extent: number;
  /** Target pixels that the extent becomes. */
  target: number;
  /** Which of them are wanted: how many, from which on. */
  first: number;
  count: number;
  /**
   * Full pixels that each source pixel is the mean of, where the photo was shrunk while it was decoded; 1 unless given.
   * The weights are then those that come nearest to the filter over the full photo.
   */
  averaged?: number;
}

/** The filters of Pillow that models are trained with. */
export type Interpolation = 'bilinear' | 'bicubic' | 'lanczos';

/** As Pillow, `src/libImaging/Resample.c`: leaves 8 bits for the value and 2 for sign and overflow. */
export const precisionBits = 22;

/** Half the width of each filter, in source pixels when nothing is shrunk. */
const supports: Record<Interpolation, number> = { bilinear: 1, bicubic: 2, lanczos: 3 };

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
}

/** Keys' cubic with a = -0.5. */
function cubic(x: number): number {
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1;
  return x < 2 ? (((x - 5) * x + 8) * x - 4) * -0.5 : 0;
}

/** The filter's height at a distance from its centre. */
function filterAt(interpolation: Interpolation, distance: number): number {
  const x = Math.abs(distance);
  if (interpolation === 'bicubic') return cubic(x);
  if (interpolation === 'lanczos') return x < 3 ? sinc(x) * sinc(x / 3) : 0;
  return Math.max(0, 1 - x);
}

/** One pair of tables per shape of photo; a survey has one shape per camera model. */
const mostTables = 64;
const tables = new Map<string, ResampleWeights>();

/** To fixed point, halves away from zero. */
function fixedPoint(weight: number): number {
  const scaled = weight * 2 ** precisionBits;
  return weight < 0 ? Math.ceil(scaled - 0.5) : Math.floor(scaled + 0.5);
}

/** Weights of one target pixel, before they become fixed point; they add up to 1. */
export interface FilterRow {
  start: number;
  weights: Float64Array;
}

/** The filter of one target pixel over an axis of source pixels. */
function filterRow(
  { pixels, start, extent, target, first }: ResampleAxis,
  index: number,
  interpolation: Interpolation,
): FilterRow {
  const scale = extent / target;
  const widening = Math.max(1, scale);
  const reach = supports[interpolation] * widening;
  const least = Math.floor(start);
  const most = Math.min(pixels, Math.ceil(start + extent));
  const centre = start + (first + index + 0.5) * scale;
  const from = Math.min(most - 1, Math.max(least, Math.trunc(centre - reach + 0.5)));
  const until = Math.max(from + 1, Math.min(most, Math.trunc(centre + reach + 0.5)));
  const weights = new Float64Array(until - from);
  let sum = 0;
  for (let tap = from; tap < until; tap += 1) {
    const weight = filterAt(interpolation, (tap + 0.5 - centre) / widening);
    weights[tap - from] = weight;
    sum += weight;
  }
  // A source pixel that is alone counts whole, though it may lie beyond the filter.
  if (sum === 0) sum = weights[0] = 1;
  return { start: from, weights: weights.map((weight) => weight / sum) };
}

/** The axis of the full photo that these pixels are means of. */
function fullAxis(axis: ResampleAxis, averaged: number): ResampleAxis {
  const { pixels, start, extent } = axis;
  return { ...axis, pixels: pixels * averaged, start: start * averaged, extent: extent * averaged };
}

function computeWeights(axis: ResampleAxis, interpolation: Interpolation): ResampleWeights {
  const { averaged = 1, count, pixels } = axis;
  const rowOf = (index: number): FilterRow =>
    averaged > 1
      ? ontoMeans(filterRow(fullAxis(axis, averaged), index, interpolation), averaged, pixels)
      : filterRow(axis, index, interpolation);
  const rows = Array.from({ length: count }, (_, index) => rowOf(index));
  const stride = Math.max(...rows.map(({ weights }) => weights.length));
  const starts = Int32Array.from(rows, ({ start }) => start);
  const counts = Int32Array.from(rows, ({ weights }) => weights.length);
  const weights = new Int32Array(count * stride);
  rows.forEach((row, index) => weights.set(row.weights.map(fixedPoint), index * stride));
  return { starts, counts, stride, weights };
}

/**
 * Filter weights for one axis, with half-pixel centres, widened when shrinking, as Pillow's (`precompute_coeffs` in
 * `src/libImaging/Resample.c`). Pixels beyond the extent never count. Tables are kept and shared: do not write to them.
 */
export function resampleWeights(axis: ResampleAxis, interpolation: Interpolation): ResampleWeights {
  const { pixels, start, extent, target, first, count, averaged = 1 } = axis;
  const key = `${pixels} ${start} ${extent} ${target} ${first} ${count} ${averaged} ${interpolation}`;
  let table = tables.get(key);
  if (!table) {
    table = computeWeights(axis, interpolation);
    if (tables.size >= mostTables) tables.clear();
    tables.set(key, table);
  }
  return table;
}
