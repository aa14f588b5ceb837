// Math.sin, exp and pow may differ in the last bit between engines; these use only exactly rounded operations.

export const pi = 3.141592653589793;

/** Sine of an angle in radians, to about 1e-6, the same on every engine. */
export function sine(angle: number): number {
  const turn = angle / (2 * pi);
  let phase = (turn - Math.floor(turn + 0.5)) * 2 * pi;
  if (phase > pi / 2) phase = pi - phase;
  else if (phase < -pi / 2) phase = -pi - phase;
  const square = phase * phase;
  return phase * (1 + square * (-1 / 6 + square * (1 / 120 + square * (-1 / 5040 + square * (1 / 362880)))));
}

/** Cosine of an angle in radians, to about 1e-6, the same on every engine. */
export function cosine(angle: number): number {
  return sine(angle + pi / 2);
}

export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

export function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** 0 below `low`, 1 above `high`, a smooth S between; `low` may be the larger one. */
export function smoothStep(low: number, high: number, value: number): number {
  const share = clamp((value - low) / (high - low), 0, 1);
  return share * share * (3 - 2 * share);
}

export function length3(x: number, y: number, z: number): number {
  return Math.sqrt(x * x + y * y + z * z);
}
