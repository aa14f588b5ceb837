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

/** As Pillow, `src/libImaging/Resample.c`: leaves 8 bits for the value and 2 for sign and overflow. */
export const precisionBits = 22;

/** One pair of tables per shape of photo; a survey has one shape per camera model. */
const mostTables = 64;
const tables = new Map<string, ResampleWeights>();

function computeWeights(pixels: number, extent: number, target: number, antialias: boolean): ResampleWeights {
  const scale = extent / target;
  const reach = antialias ? Math.max(1, scale) : 1;
  const stride = Math.ceil(reach) * 2 + 1;
  const starts = new Int32Array(target);
  const counts = new Int32Array(target);
  const weights = new Int32Array(target * stride);
  const row = new Float64Array(stride);
  for (let index = 0; index < target; index += 1) {
    const centre = (index + 0.5) * scale;
    const start = Math.min(pixels - 1, Math.max(0, Math.trunc(centre - reach + 0.5)));
    const end = Math.max(start + 1, Math.min(pixels, Math.trunc(centre + reach + 0.5)));
    let sum = 0;
    for (let tap = start; tap < end; tap += 1) {
      const weight = Math.max(0, 1 - Math.abs((tap + 0.5 - centre) / reach));
      row[tap - start] = weight;
      sum += weight;
    }
    starts[index] = start;
    counts[index] = end - start;
    for (let tap = 0; tap < end - start; tap += 1) {
      weights[index * stride + tap] = Math.floor(((row[tap] ?? 0) / sum) * 2 ** precisionBits + 0.5);
    }
  }
  return { starts, counts, stride, weights };
}

/**
 * Triangle-filter weights for one axis, with half-pixel centres, as Pillow's BILINEAR (`precompute_coeffs` in
 * `src/libImaging/Resample.c`). Tables are kept and shared: do not write to them.
 *
 * @param pixels source pixels along the axis
 * @param extent how many of them the photo covers, at most `pixels`, may be fractional
 * @param target target pixels along the axis
 * @param antialias widen the filter when shrinking; without it two source pixels are mixed at any scale
 */
export function resampleWeights(
  pixels: number,
  extent: number,
  target: number,
  antialias: boolean,
): ResampleWeights {
  const key = `${pixels} ${extent} ${target} ${antialias ? 'antialias' : 'plain'}`;
  let table = tables.get(key);
  if (!table) {
    table = computeWeights(pixels, extent, target, antialias);
    if (tables.size >= mostTables) tables.clear();
    tables.set(key, table);
  }
  return table;
}
