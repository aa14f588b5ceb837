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

function computeWeights(axis: ResampleAxis, interpolation: Interpolation): ResampleWeights {
  const scale = axis.extent / axis.target;
  const widening = Math.max(1, scale);
  const reach = supports[interpolation] * widening;
  const least = Math.floor(axis.start);
  const most = Math.min(axis.pixels, Math.ceil(axis.start + axis.extent));
  const stride = Math.ceil(reach) * 2 + 1;
  const starts = new Int32Array(axis.count);
  const counts = new Int32Array(axis.count);
  const weights = new Int32Array(axis.count * stride);
  const row = new Float64Array(stride);
  for (let index = 0; index < axis.count; index += 1) {
    const centre = axis.start + (axis.first + index + 0.5) * scale;
    const start = Math.min(most - 1, Math.max(least, Math.trunc(centre - reach + 0.5)));
    const end = Math.max(start + 1, Math.min(most, Math.trunc(centre + reach + 0.5)));
    let sum = 0;
    for (let tap = start; tap < end; tap += 1) {
      const weight = filterAt(interpolation, (tap + 0.5 - centre) / widening);
      row[tap - start] = weight;
      sum += weight;
    }
    // A source pixel that is alone counts whole, though it may lie beyond the filter.
    if (sum === 0) sum = row[0] = 1;
    starts[index] = start;
    counts[index] = end - start;
    for (let tap = 0; tap < end - start; tap += 1) {
      weights[index * stride + tap] = fixedPoint((row[tap] ?? 0) / sum);
    }
  }
  return { starts, counts, stride, weights };
}

/**
 * Filter weights for one axis, with half-pixel centres, widened when shrinking, as Pillow's (`precompute_coeffs` in
 * `src/libImaging/Resample.c`). Pixels beyond the extent never count. Tables are kept and shared: do not write to them.
 */
export function resampleWeights(axis: ResampleAxis, interpolation: Interpolation): ResampleWeights {
  const { pixels, start, extent, target, first, count } = axis;
  const key = `${pixels} ${start} ${extent} ${target} ${first} ${count} ${interpolation}`;
  let table = tables.get(key);
  if (!table) {
    table = computeWeights(axis, interpolation);
    if (tables.size >= mostTables) tables.clear();
    tables.set(key, table);
  }
  return table;
}
