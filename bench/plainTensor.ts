/** Numbers of 0-1 that every program can make for itself, to compare what a model makes of the same input. */
export function plainTensor(shape: readonly number[]): Float32Array<ArrayBuffer> {
  const length = shape.reduce((product, side) => product * side, 1);
  return Float32Array.from({ length }, (_, index) => ((index * 7919) % 1000) / 1000);
}
