import type { Frame } from './frame.ts';
import { layeredNoise, valueNoise } from './noise.ts';
import { clamp, mix, smoothStep } from './stableMath.ts';
import type { View } from './view.ts';

/** Fills everything above the ground with a far wood: leaves in several layers, gaps of pale sky between. */
export function drawBackdrop(frame: Frame, view: View, seed: number): void {
  const { width, height, horizon } = view;
  const { data } = frame.surface;
  const unit = 1 / Math.max(width, height);
  const shiftU = (seed % 97) * 2.7;
  const shiftV = (seed % 89) * 3.1;
  const lastRow = Math.min(height, Math.ceil(horizon) + Math.ceil(height * 0.03));
  for (let y = 0; y < lastRow; y++) {
    const up = 1 - y / horizon;
    for (let x = 0; x < width; x++) {
      const u = x * unit;
      const v = y * unit;
      const mass = layeredNoise(u * 9 + shiftU, v * 9 + shiftV, 3);
      const leaf = layeredNoise(u * 70 + shiftV, v * 80 + shiftU, 3);
      const stem = valueNoise(u * 46 + shiftV, v * 2.2 + shiftU);
      const cover = mass * 0.62 + leaf * 0.38 - up * 0.17 + 0.09;
      const gap = 1 - smoothStep(0.4, 0.47, cover);
      const lit = clamp(0.25 + (leaf - 0.4) * 1.5 + (mass - 0.5) * 0.9, 0.05, 1) * (stem > 0.72 ? 0.72 : 1);
      const haze = 0.2 + 0.16 * up;
      const i = (y * width + x) * 3;
      data[i] = mix(mix(28 + 92 * lit, 168, haze * 0.6), 226, gap);
      data[i + 1] = mix(mix(38 + 104 * lit, 178, haze * 0.6), 233, gap);
      data[i + 2] = mix(mix(22 + 52 * lit, 170, haze * 0.6), 236, gap);
      frame.depth[y * width + x] = gap > 0.5 ? Number.POSITIVE_INFINITY : 45;
      frame.sun[y * width + x] = 70 + 150 * smoothStep(0.52, 0.68, mass);
    }
  }
}
