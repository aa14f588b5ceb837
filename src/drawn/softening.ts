/** A window of a picture; values without depth (infinite) are outside the body. */
interface Window {
  width: number;
  height: number;
  depth: Float32Array;
}

function softenLines(
  from: Float32Array,
  to: Float32Array,
  depth: Float32Array,
  [lines, length, lineStep, step]: readonly [number, number, number, number],
  radius: number,
): void {
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    let sum = 0;
    let count = 0;
    for (let position = -radius; position < length; position++) {
      if (position + radius < length) {
        const i = start + (position + radius) * step;
        if ((depth[i] ?? 0) < 1e9) {
          sum += from[i] ?? 0;
          count++;
        }
      }
      if (position > radius) {
        const i = start + (position - radius - 1) * step;
        if ((depth[i] ?? 0) < 1e9) {
          sum -= from[i] ?? 0;
          count--;
        }
      }
      if (position >= 0) to[start + position * step] = count > 0 ? sum / count : 0;
    }
  }
}

/** Averages each value of a body with its neighbours up to `radius` pixels away; what lies outside does not count. */
export function soften(values: Float32Array, window: Window, radius: number): Float32Array {
  const { width, height, depth } = window;
  const half = new Float32Array(values.length);
  const done = new Float32Array(values.length);
  softenLines(values, half, depth, [height, width, width, 1], radius);
  softenLines(half, done, depth, [width, height, 1, width], radius);
  return done;
}
