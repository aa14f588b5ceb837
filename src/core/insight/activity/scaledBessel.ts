/** Points on the circle: enough for every concentration up to about 5,000, where the peak is half a degree wide. */
const points = 1024;

const cosines = Float64Array.from({ length: points }, (_, point) => Math.cos((2 * Math.PI * point) / points));

/**
 * The modified Bessel function of the first kind, I of a whole order, times exp(-x), which alone stays finite for large
 * x: its integral over the circle (Abramowitz & Stegun, 9.6.19) by the trapezoidal rule, which is exact to rounding for
 * smooth functions that come round again.
 *
 * @param order whole, at least 0
 * @param x 0 to 5,000
 */
export function scaledBessel(order: number, x: number): number {
  let sum = 0;
  for (let point = 0; point < points; point += 1) {
    const cosine = cosines[point] ?? 0;
    sum += Math.exp(x * (cosine - 1)) * (cosines[(order * point) % points] ?? 0);
  }
  return sum / points;
}
