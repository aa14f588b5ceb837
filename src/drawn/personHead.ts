import type { Limb } from './figure.ts';
import type { Outfit } from './outfit.ts';
import { mixColour, scaleColour } from './raster.ts';

/** Head, neck, face, hair and cap of a walker, facing forward. */
export function headLimbs(outfit: Outfit): Limb[] {
  const limbs: Limb[] = [
    {
      balls: [
        [0.01, 1.44, 0, 0.066],
        [0.025, 1.55, 0, 0.056],
      ],
      colour: outfit.skin,
      grain: 'smooth',
    },
    {
      balls: [
        [0.045, 1.57, 0, 0.062],
        [0.04, 1.63, 0, 0.082],
        [0.02, 1.69, 0, 0.09],
      ],
      colour: outfit.skin,
      grain: 'smooth',
    },
    {
      balls: [
        [0.118, 1.655, 0, 0.011],
        [0.132, 1.618, 0, 0.016],
      ],
      colour: outfit.skin,
      grain: 'smooth',
    },
    {
      balls: [
        [-0.045, 1.6, 0, 0.06],
        [-0.035, 1.66, 0, 0.084],
        [-0.01, 1.715, 0, 0.092],
        [0.035, 1.735, 0, 0.07],
      ],
      colour: outfit.hair,
      grain: 'fur',
    },
    ...[0.034, -0.034].map((side): Limb => ({
      balls: [[0.111, 1.655, side, 0.0075]],
      colour: [46, 36, 32],
      grain: 'smooth',
    })),
    ...[1, -1].map((side): Limb => ({
      balls: [
        [0.116, 1.674, 0.018 * side, 0.006],
        [0.112, 1.678, 0.036 * side, 0.006],
        [0.1, 1.672, 0.052 * side, 0.004],
      ],
      colour: mixColour(outfit.hair, outfit.skin, 0.3),
      grain: 'smooth',
    })),
    {
      balls: [
        [0.098, 1.584, -0.024, 0.004],
        [0.109, 1.583, 0, 0.0065],
        [0.098, 1.584, 0.024, 0.004],
      ],
      colour: scaleColour(outfit.skin, 0.66),
      grain: 'smooth',
    },
    ...[0.085, -0.085].map((side): Limb => ({
      balls: [[0.02, 1.65, side, 0.024]],
      colour: outfit.skin,
      grain: 'smooth',
    })),
  ];
  if (outfit.cap) {
    const { cap } = outfit;
    limbs.push({
      balls: [
        [-0.03, 1.72, 0, 0.1],
        [0, 1.745, 0, 0.1],
        [0.03, 1.735, 0, 0.092],
      ],
      colour: cap,
      grain: 'cloth',
    });
    limbs.push({
      balls: [
        [0.1, 1.725, -0.04, 0.02],
        [0.17, 1.71, 0, 0.018],
        [0.1, 1.725, 0.04, 0.02],
      ],
      colour: cap,
      grain: 'cloth',
    });
  }
  return limbs;
}
