import type { Colour } from './raster.ts';

/** What a walker wears. */
export interface Outfit {
  jacket: Colour;
  trousers: Colour;
  boots: Colour;
  hair: Colour;
  skin: Colour;
  /** Colour of the backpack, or none. */
  backpack: Colour | null;
  cap: Colour | null;
}
