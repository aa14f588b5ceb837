import type { Frame } from './frame.ts';
import { layeredNoise, valueNoise } from './noise.ts';
import { mixColour, scaleColour } from './raster.ts';
import type { Colour } from './raster.ts';
import { trackCentre } from './landscape.ts';
import type { Landscape } from './landscape.ts';
import { clamp, mix, smoothStep } from './stableMath.ts';
import { groundDistance } from './view.ts';
import type { View } from './view.ts';

const litter: Colour = [118, 98, 74];
const moss: Colour = [84, 92, 56];
const grass: Colour = [98, 108, 66];
const soil: Colour = [138, 116, 90];
const gravel: Colour = [150, 143, 132];
const water: Colour = [84, 98, 98];

/** How much of the ground at (x, z) is track, 0-1, with an uneven edge. */
function trackShare(landscape: Landscape, x: number, z: number): number {
  const rough = (layeredNoise(x * 1.7 + 9, z * 1.3, 3) - 0.5) * 0.9;
  if (landscape === 'creek') {
    const bank = Math.abs(z - 8.6 - 0.25 * x) + rough * 0.9;
    return smoothStep(1.5, 1.15, bank);
  }
  const half = landscape === 'road' ? 1.75 : 0.42;
  return smoothStep(half + 0.18, half - 0.12, Math.abs(x - trackCentre(landscape, z)) + rough * 0.6);
}

function trackColour(landscape: Landscape, x: number, z: number, fine: number): Colour {
  if (landscape === 'creek') {
    const ripple = valueNoise(x * 2 + 5, z * 14);
    return mixColour(water, [176, 190, 192], smoothStep(0.6, 0.9, ripple) * 0.55);
  }
  if (landscape === 'path') return scaleColour(soil, 0.78 + 0.45 * fine);
  const fromRut = Math.abs(Math.abs(x - trackCentre('road', z)) - 0.8);
  const worn = mixColour(gravel, soil, smoothStep(0.15, 0.5, fromRut) * 0.7);
  const middle = smoothStep(0.35, 0.1, Math.abs(x - trackCentre('road', z)));
  return scaleColour(mixColour(worn, grass, middle * 0.6), 0.72 + 0.55 * fine);
}

/** Draws the ground in perspective: litter, moss and grass, the track, patches of sun. */
export function drawGround(frame: Frame, view: View, landscape: Landscape, seed: number): void {
  const { width, height } = view;
  const shift = (seed % 83) * 3.7;
  const green = landscape === 'path' ? 0.02 : 0.14;
  for (let y = Math.ceil(view.horizon + height * 0.004); y < height; y++) {
    const z = groundDistance(view, y + 0.5);
    const perPixel = z / view.focal;
    const footprint = (z * z) / (view.focal * view.lensHeight);
    const fineShare = clamp(0.11 / footprint, 0.12, 1);
    const haze = z / (z + 55);
    for (let x = 0; x < width; x++) {
      const acrossX = (x + 0.5 - width / 2) * perPixel;
      const u = acrossX + shift;
      const v = z + shift;
      const broad = layeredNoise(u * 0.55, v * 0.4, 3);
      const middle = layeredNoise(u * 3.1, v * 2.6, 2);
      const grain = layeredNoise(u * 19, v * 13, 3);
      const close = z < 9 ? valueNoise(u * 74, v * 52) * 0.6 + valueNoise(u * 150 + 9, v * 104) * 0.4 : 0.5;
      const crisp = grain + (close - 0.5) * 0.75 * clamp(1.35 - z / 8, 0, 1);
      const fine = mix(middle, crisp, 0.72 * fineShare);
      const kind = smoothStep(0.42, 0.62, broad + green + (middle - 0.5) * 0.35);
      let colour = mixColour(litter, mixColour(moss, grass, middle), kind);
      colour = scaleColour(colour, 0.42 + 1.12 * fine);
      if (grain > 0.66) colour = mixColour(colour, [176, 156, 122], 0.5 * fineShare * (1 - kind * 0.6));
      const track = trackShare(landscape, acrossX, z);
      if (track > 0) colour = mixColour(colour, trackColour(landscape, acrossX, z, fine), track);
      colour = mixColour(colour, [150, 160, 140], haze * 0.5);
      const i = y * width + x;
      frame.surface.data[i * 3] = colour[0];
      frame.surface.data[i * 3 + 1] = colour[1];
      frame.surface.data[i * 3 + 2] = colour[2];
      frame.depth[i] = z;
      const dapple = layeredNoise(u * 0.42 + 31, v * 0.33 + 7, 3);
      frame.sun[i] = 255 * smoothStep(0.5, 0.63, dapple) * (0.75 + 0.5 * (middle - 0.25));
    }
  }
}
