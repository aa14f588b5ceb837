import type { PhotoPixels } from '../../files/pixels.ts';
import { createRandom } from '../../statistics/randomSource.ts';

const seed = 4;
const width = 640;
const height = 480;

/**
 * The picture on which runtimes are compared, always the same: patches of every size and colour with sharp edges, so
 * that every part of a model has something to say.
 */
export function trialPicture(): PhotoPixels {
  const random = createRandom(seed);
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let patch = 0; patch < 400; patch += 1) {
    const size = 200 / (1 + patch / 20);
    const left = random.whole(-40, width);
    const top = random.whole(-40, height);
    const right = Math.min(width, left + Math.ceil(random.between(0.3, 1) * size));
    const bottom = Math.min(height, top + Math.ceil(random.between(0.3, 1) * size));
    const color = [random.whole(0, 255), random.whole(0, 255), random.whole(0, 255)];
    for (let y = Math.max(0, top); y < bottom; y += 1) {
      for (let x = Math.max(0, left); x < right; x += 1) data.set(color, (y * width + x) * 4);
    }
  }
  return { data, width, height, photo: { width, height }, scale: 1 };
}
