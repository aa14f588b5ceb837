import { drawContactShadow } from './contactShadow.ts';
import type { Frame } from './frame.ts';
import { hazed } from './haze.ts';
import { layeredNoise, valueNoise } from './noise.ts';
import { blendPixel, mixColour, scaleColour } from './raster.ts';
import { createRandom } from '../core/statistics/randomSource.ts';
import { clamp, smoothStep } from './stableMath.ts';
import { project } from './view.ts';
import type { View } from './view.ts';

/** A trunk from the ground to the top of the picture; radius in metres, lean in metres a metre. */
export function drawTrunk(
  frame: Frame,
  view: View,
  trunk: { x: number; z: number; radius: number; lean: number },
  seed: number,
): void {
  const { x, z, radius, lean } = trunk;
  const { width, height, data } = frame.surface;
  const random = createRandom(seed);
  const foot = project(view, x, 0, z);
  const bark = mixColour([92, 78, 66], [124, 112, 98], random.next());
  const shift = seed % 211;
  drawContactShadow(frame, view, x, z, radius * 2.6);
  const roots = ((radius * 1.5 * view.lensHeight) / z) * foot.scale;
  for (let y = Math.min(height - 1, Math.floor(foot.y + roots)); y >= 0; y--) {
    const below = Math.max(0, (y - foot.y) / roots);
    const up = Math.max(0, (foot.y - y) / foot.scale);
    const flare = 1 + 0.55 / (1 + up * up * 60) - up * 0.035;
    const bend = (valueNoise(up * 0.5 + shift, 3) - 0.5) * 0.16 * Math.min(1, up);
    const centre = foot.x + (lean * up + bend) * foot.scale;
    const half =
      radius *
      flare *
      foot.scale *
      (0.95 + 0.1 * valueNoise(up * 9, shift)) *
      Math.sqrt(Math.max(0, 1 - below * below));
    for (let pixelX = Math.floor(centre - half); pixelX <= Math.ceil(centre + half); pixelX++) {
      if (pixelX < 0 || pixelX >= width) continue;
      const across = (pixelX + 0.5 - centre) / half;
      const coverage = clamp((1 - Math.abs(across)) * half + 0.5, 0, 1);
      if (coverage === 0) continue;
      const round = Math.sqrt(Math.max(0.03, 1 - across * across));
      const around = across / (0.45 + 0.55 * round);
      const fissure = layeredNoise(around * radius * 42 + shift, up * 6.5 + shift, 3);
      const plate = valueNoise(around * radius * 20 + 50, up * 11 + shift);
      const light = (0.34 + 0.62 * round + across * 0.1) * (0.5 + 0.95 * fissure) * (0.86 + 0.28 * plate);
      const mossy =
        smoothStep(0.55, 0.75, valueNoise(around * 2 + shift, up * 1.7)) * smoothStep(2.4, 0.2, up);
      const colour = hazed(scaleColour(mixColour(bark, [96, 108, 58], mossy * 0.65), light), z);
      const i = y * width + pixelX;
      blendPixel(data, i, colour, coverage);
      if (coverage < 0.5) continue;
      frame.depth[i] = z - radius * round;
      frame.sun[i] = 190 * smoothStep(0.5, 0.66, layeredNoise(up * 0.9 + shift, across * 0.4 + 8, 2));
    }
  }
}
