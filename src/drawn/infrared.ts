import { noiseTable, toneCurve } from './daylight.ts';
import type { Frame } from './frame.ts';
import type { RandomSource } from '../core/statistics/randomSource.ts';
import { coverEllipse, createSurface } from './raster.ts';
import type { Surface } from './raster.ts';
import { clamp } from './stableMath.ts';

/** The flash of a camera at night. */
export interface InfraredLight {
  /** 1 is a fresh flash; less is a weak battery. */
  power: number;
  /** Strength of the sensor's noise; 1 is a normal night. */
  noise: number;
}

/** An eye that throws the flash back: pixels, with the pixels a metre takes up there. */
export interface HotEye {
  x: number;
  y: number;
  scale: number;
}

function lightEye(surface: Surface, { x, y, scale }: HotEye): void {
  const { width, height, data } = surface;
  const radius = clamp(scale * 0.013, 1.3, 7);
  for (const [reach, softness, strength] of [
    [radius * 1.9, 1, 0.45],
    [radius, 0.35, 1],
  ] as const) {
    coverEllipse(width, height, [x, y], [reach, reach], softness, (pixelX, pixelY, coverage) => {
      const i = (pixelY * width + pixelX) * 3;
      for (let channel = 0; channel < 3; channel++) {
        const before = data[i + channel] ?? 0;
        data[i + channel] = before + (255 - before) * coverage * strength;
      }
    });
  }
}

/** Develops a frame lit by an infra-red flash: grey, near things blown out, far ones lost, corners dark, noise, hot eyes. */
export function developInfrared(
  frame: Frame,
  light: InfraredLight,
  eyes: readonly HotEye[],
  random: RandomSource,
): Surface {
  const { width, height, data } = frame.surface;
  const developed = createSurface(width, height);
  const curve = toneCurve();
  const grain = noiseTable(random, 7 * light.noise);
  const inverseReach = 1 / (width * width * 0.25 + height * height * 0.25);
  for (let y = 0; y < height; y++) {
    let position = random.whole(0, 16383);
    const offsetY = y - height * 0.52;
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const i = pixel * 3;
      const offsetX = x - width / 2;
      const out = (offsetX * offsetX + offsetY * offsetY) * inverseReach;
      const vignette = 1 / (1 + 1.1 * out + 1.4 * out * out);
      const z = Math.max(0.5, frame.depth[pixel] ?? 0);
      // The square law, tamed as the cameras' automatic exposure does.
      const flash = (light.power * 31 * vignette) / (9 + z * z * 0.42);
      const bright = 0.46 * (data[i] ?? 0) + 0.44 * (data[i + 1] ?? 0) + 0.1 * (data[i + 2] ?? 0);
      const level = bright * flash * 0.6 + 9 + (grain[(position += 1) & 16383] ?? 0);
      const grey = curve[level < 0 ? 0 : level > 1023 ? 1023 : level | 0] ?? 0;
      developed.data[i] = grey;
      developed.data[i + 1] = grey;
      developed.data[i + 2] = grey;
    }
  }
  for (const eye of eyes) lightEye(developed, eye);
  return developed;
}
