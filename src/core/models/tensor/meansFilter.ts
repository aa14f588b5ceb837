import type { FilterRow } from './resampleWeights.ts';

/**
 * Pixels over which a photo's brightness stays alike. Photos are smooth: neighbours differ less than what lies far
 * apart. Measured: 20 and 200 give the same weights to the third digit.
 */
const correlation = 20;

/** How alike two pixels are, by their distance. */
const likeness = Float64Array.from({ length: 4096 }, (_, distance) => Math.exp(-distance / correlation));

function alike(distance: number): number {
  return likeness[Math.min(likeness.length - 1, Math.abs(distance))] as number;
}

/** Mean likeness of the pixels of one block to those of another, so many blocks away. */
function blockLikeness(averaged: number, blocks: number): Float64Array {
  return Float64Array.from({ length: blocks }, (_, apart) => {
    let sum = 0;
    for (let left = 0; left < averaged; left += 1) {
      for (let right = 0; right < averaged; right += 1) sum += alike(apart * averaged + right - left);
    }
    return sum / averaged ** 2;
  });
}

/** Solves a small symmetric system of equations by elimination; it has a solution, as likeness falls with distance. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const own = matrix[pivot] as Float64Array;
    for (let row = pivot + 1; row < size; row += 1) {
      const other = matrix[row] as Float64Array;
      const factor = (other[pivot] as number) / (own[pivot] as number);
      for (let column = pivot; column < size; column += 1) {
        other[column] = (other[column] as number) - factor * (own[column] as number);
      }
      right[row] = (right[row] as number) - factor * (right[pivot] as number);
    }
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    const own = matrix[row] as Float64Array;
    let value = right[row] as number;
    for (let column = row + 1; column < size; column += 1) {
      value -= (own[column] as number) * (right[column] as number);
    }
    right[row] = value / (own[row] as number);
  }
  return right;
}

/**
 * The weights over means of `averaged` pixels that come nearest, in the mean square over smooth photos, to a filter
 * over the pixels themselves. A decoder that shrinks gives such means; filtering them as if they were pixels would
 * smooth a second time. Halves the error at 2 means for each target pixel.
 *
 * @param pixels how many means there are along the axis
 */
export function ontoMeans(row: FilterRow, averaged: number, pixels: number): FilterRow {
  const start = Math.floor(row.start / averaged);
  const end = Math.min(pixels, Math.ceil((row.start + row.weights.length) / averaged));
  const size = Math.max(1, end - start);
  const apart = blockLikeness(averaged, size);
  const matrix = Array.from({ length: size }, (_, left) =>
    Float64Array.from({ length: size }, (_, right) => apart[Math.abs(left - right)] as number),
  );
  const right = Float64Array.from({ length: size }, (_, block) => {
    let sum = 0;
    for (let inner = 0; inner < averaged; inner += 1) {
      const at = (start + block) * averaged + inner;
      for (let tap = 0; tap < row.weights.length; tap += 1) {
        sum += (row.weights[tap] as number) * alike(row.start + tap - at);
      }
    }
    return sum / averaged;
  });
  const weights = solve(matrix, right);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return { start, weights: weights.map((weight) => weight / sum) };
}
