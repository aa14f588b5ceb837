import { createRandom } from '../core/statistics/randomSource.ts';

const side = 256;
const mask = side - 1;

const lattice = ((): Float32Array => {
  const random = createRandom(20_260);
  return Float32Array.from({ length: side * side }, () => random.next());
})();

/** Smooth value noise, 0-1, one feature per unit of u and v; repeats after 256 units. */
export function valueNoise(u: number, v: number): number {
  const floorU = Math.floor(u);
  const floorV = Math.floor(v);
  let shareU = u - floorU;
  let shareV = v - floorV;
  shareU = shareU * shareU * (3 - 2 * shareU);
  shareV = shareV * shareV * (3 - 2 * shareV);
  const left = floorU & mask;
  const right = (left + 1) & mask;
  const top = (floorV & mask) * side;
  const bottom = ((floorV + 1) & mask) * side;
  const a = lattice[top + left] ?? 0;
  const b = lattice[top + right] ?? 0;
  const c = lattice[bottom + left] ?? 0;
  const d = lattice[bottom + right] ?? 0;
  const upper = a + (b - a) * shareU;
  return upper + (c + (d - c) * shareU - upper) * shareV;
}

/** Sum of `octaves` noises, each twice as fine and half as strong; 0-1, mostly 0.25-0.75. */
export function layeredNoise(u: number, v: number, octaves: number): number {
  let sum = 0;
  let weight = 0.5;
  let total = 0;
  for (let octave = 0; octave < octaves; octave++) {
    sum += valueNoise(u, v) * weight;
    total += weight;
    weight *= 0.5;
    u = u * 2.03 + 17.3;
    v = v * 1.97 + 41.7;
  }
  return sum / total;
}
