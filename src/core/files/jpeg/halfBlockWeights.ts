import { zigzag } from './jpegTables.ts';

/** Weights are whole numbers with so many bits of fraction: sums of a block stay within 31 bits. */
export const weightBits = 12;
export const weightOfOne = 1 << weightBits;

/** How much each coefficient, in zigzag order, adds to the mean of one half or quarter of its block. */
export interface HalfBlockWeights {
  /** To the left half; the right half has the opposite. */
  sideways: Int32Array<ArrayBuffer>;
  /** To the upper half. */
  upright: Int32Array<ArrayBuffer>;
  /** To the upper left quarter and the lower right one. */
  crosswise: Int32Array<ArrayBuffer>;
}

/** The mean of a cosine of the transform over the first half of a row; even ones but the first have none. */
function halfMean(frequency: number): number {
  let sum = 0;
  for (let x = 0; x < 4; x += 1) sum += Math.cos(((2 * x + 1) * frequency * Math.PI) / 16);
  return sum / 4;
}

/** Weights from the inverse transform (ITU-T T.81, A.3.3). @param steps quantisation in zigzag order */
export function halfBlockWeights(steps: Uint16Array): HalfBlockWeights {
  const weights = {
    sideways: new Int32Array(64),
    upright: new Int32Array(64),
    crosswise: new Int32Array(64),
  };
  for (let index = 1; index < 64; index += 1) {
    const across = (zigzag[index] ?? 0) % 8;
    const down = Math.floor((zigzag[index] ?? 0) / 8);
    const step = ((steps[index] ?? 0) * weightOfOne) / 4;
    if (down === 0) weights.sideways[index] = Math.round(step * halfMean(across) * Math.SQRT1_2);
    if (across === 0) weights.upright[index] = Math.round(step * halfMean(down) * Math.SQRT1_2);
    if (across % 2 === 1 && down % 2 === 1) {
      weights.crosswise[index] = Math.round(step * halfMean(across) * halfMean(down));
    }
  }
  return weights;
}
