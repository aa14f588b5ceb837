import { mixColour } from './raster.ts';
import type { Colour } from './raster.ts';

const haze: Colour = [160, 172, 160];

/** A colour as seen through `z` metres of air. */
export function hazed(colour: Colour, z: number): Colour {
  return mixColour(colour, haze, (z / (z + 60)) * 0.8);
}
