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

/** Red jacket, green backpack. */
export const hiker: Outfit = {
  ...{ jacket: [168, 60, 46], trousers: [70, 76, 92], boots: [60, 46, 36], hair: [60, 44, 32] },
  ...{ skin: [206, 160, 130], backpack: [52, 84, 64], cap: null },
};

/** Ochre jacket, blue cap. */
export const forester: Outfit = {
  ...{ jacket: [196, 132, 44], trousers: [78, 82, 62], boots: [48, 40, 34], hair: [84, 70, 56] },
  ...{ skin: [168, 122, 92], backpack: null, cap: [58, 66, 96] },
};
