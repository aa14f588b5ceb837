import { createSurface } from './raster.ts';
import type { Surface } from './raster.ts';

/** The picture as a camera stores it when a viewer must turn it by `orientation` (EXIF 1, 3, 6 or 8). */
export function storeTurned(upright: Surface, orientation: 1 | 3 | 6 | 8): Surface {
  if (orientation === 1) return upright;
  const swapped = orientation !== 3;
  const { width, height } = upright;
  const stored = createSurface(swapped ? height : width, swapped ? width : height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const storedX = orientation === 6 ? y : orientation === 8 ? height - 1 - y : width - 1 - x;
      const storedY = orientation === 6 ? width - 1 - x : orientation === 8 ? x : height - 1 - y;
      const from = (y * width + x) * 3;
      const to = (storedY * stored.width + storedX) * 3;
      for (let channel = 0; channel < 3; channel++) {
        stored.data[to + channel] = upright.data[from + channel] ?? 0;
      }
    }
  }
  return stored;
}
