import type { Frame } from './frame.ts';
import type { RandomSource } from '../core/statistics/randomSource.ts';
import { clamp, mix } from './stableMath.ts';
import type { Surface } from './raster.ts';
import { createSurface } from './raster.ts';

/** The light of one moment of the day. */
export interface DayLight {
  /** 0 under cloud to 1 in full sun. */
  sun: number;
  /** Exposure; 1 is normal, lower is dusk. */
  gain: number;
  /** -1 blue (shade, dusk) to 1 yellow (low sun). */
  warmth: number;
  /** Strength of the sensor's noise; 1 is a normal day. */
  noise: number;
}

/** A table of bell-shaped noise; readers start at a random place, which is faster than drawing each number. */
export function noiseTable(random: RandomSource, deviation: number): Float32Array {
  return Float32Array.from(
    { length: 1 << 14 },
    () => (random.next() + random.next() + random.next() - 1.5) * 2 * deviation,
  );
}

/** Film-like response: straight in the middle, soft where it would clip; input up to 4 x 255. */
export function toneCurve(): Uint8ClampedArray {
  return Uint8ClampedArray.from({ length: 1024 }, (_, level) => {
    const share = level / 255;
    const bent = share < 0.7 ? share : 0.7 + 0.3 * (1 - 1 / (1 + (share - 0.7) / 0.3));
    return 255 * clamp(bent * 1.06 - 0.015, 0, 1);
  });
}

/** Develops a frame in daylight: light and shade, colour of the light, tone curve, noise of the sensor. */
export function developDay(frame: Frame, light: DayLight, random: RandomSource): Surface {
  const { width, height, data } = frame.surface;
  const developed = createSurface(width, height);
  const curve = toneCurve();
  const grain = noiseTable(random, 3.2 * light.noise);
  const shade = mix(1.02, 0.62, light.sun) * light.gain;
  const direct = 0.86 * light.sun * light.gain;
  const shadeTint = [1 - 0.03 * light.sun, 1, 1 + 0.09 * light.sun];
  const sunTint = [1.06, 1, 0.86];
  const tint = [1 + 0.09 * light.warmth, 1 + 0.015 * light.warmth, 1 - 0.12 * light.warmth];
  const gains = [0, 1, 2].map((channel) =>
    Float32Array.from({ length: 256 }, (_, sun) => {
      const share = sun / 255;
      return (
        (shade * (shadeTint[channel] ?? 1) + direct * share * (sunTint[channel] ?? 1)) * (tint[channel] ?? 1)
      );
    }),
  );
  const [red = new Float32Array(), green = red, blue = red] = gains;
  let position = random.whole(0, 16383);
  for (let y = 0; y < height; y++) {
    position = random.whole(0, 16383);
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const sun = frame.sun[pixel] ?? 0;
      const i = pixel * 3;
      const common = grain[(position += 1) & 16383] ?? 0;
      const r = (data[i] ?? 0) * (red[sun] ?? 1) + common + (grain[(position * 7) & 16383] ?? 0) * 0.5;
      const g = (data[i + 1] ?? 0) * (green[sun] ?? 1) + common;
      const b = (data[i + 2] ?? 0) * (blue[sun] ?? 1) + common + (grain[(position * 11) & 16383] ?? 0) * 0.6;
      developed.data[i] = curve[r < 0 ? 0 : r > 1023 ? 1023 : r | 0] ?? 0;
      developed.data[i + 1] = curve[g < 0 ? 0 : g > 1023 ? 1023 : g | 0] ?? 0;
      developed.data[i + 2] = curve[b < 0 ? 0 : b > 1023 ? 1023 : b | 0] ?? 0;
    }
  }
  return developed;
}
