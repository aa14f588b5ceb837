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
      const leaf = layeredNoise(u * 95 + shiftV, v * 110 + shiftU, 3);
      const sprig = valueNoise(u * 420 + shiftU, v * 430 + shiftV);
      const stem = valueNoise(u * 46 + shiftV, v * 2.2 + shiftU);
      const cover = mass * 0.55 + leaf * 0.34 + sprig * 0.11 - up * 0.17 + 0.1;
      const gap = 1 - smoothStep(0.405, 0.455, cover);
      const lit =
        clamp(0.2 + (leaf - 0.4) * 1.5 + (sprig - 0.5) * 0.55 + (mass - 0.5) * 0.8, 0.03, 1) *
        (stem > 0.72 ? 0.72 : 1);
      const haze = 0.2 + 0.16 * up;
      const i = (y * width + x) * 3;
      data[i] = mix(mix(26 + 88 * lit, 160, haze * 0.6), 226, gap);
      data[i + 1] = mix(mix(34 + 94 * lit, 168, haze * 0.6), 233, gap);
      data[i + 2] = mix(mix(22 + 52 * lit, 160, haze * 0.6), 236, gap);
      frame.depth[y * width + x] = gap > 0.5 ? Number.POSITIVE_INFINITY : 45;
      frame.sun[y * width + x] = 70 + 150 * smoothStep(0.52, 0.68, mass);
    }
  }
}
