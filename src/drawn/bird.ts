import { mirrorBalls, turnBalls } from './figure.ts';
import type { Ball, Figure, Limb } from './figure.ts';
import type { Colour } from './raster.ts';

/** Feathers of a drawn bird: back, wing and breast. */
export interface Plumage {
  back: Colour;
  wing: Colour;
  breast: Colour;
  head: Colour;
}

/** A pheasant- or crow-like bird on the ground; `size` is the height of its head in metres, `peck` 0 up to 1 down. */
export function bird(size: number, peck: number, look: number, plumage: Plumage): Figure {
  const grow = (balls: readonly Ball[]): Ball[] =>
    balls.map(([x, y, z, radius]) => [x * size, y * size, z * size, radius * size]);
  const lean = (balls: readonly Ball[]): Ball[] => turnBalls(balls, [0, 0.42, 0], 0, -peck * 0.75);
  const headTurn = (balls: readonly Ball[]): Ball[] => lean(turnBalls(balls, [0.34, 0.86, 0], look, 0));
  const leg: Ball[] = [
    [0.02, 0.36, 0.07, 0.06],
    [0, 0.24, 0.07, 0.026],
    [0.02, 0.12, 0.07, 0.017],
    [0.01, 0.02, 0.07, 0.017],
    [0.11, 0.012, 0.08, 0.014],
  ];
  const wing: Ball[] = [
    [0.18, 0.58, 0.13, 0.1],
    [0, 0.53, 0.165, 0.12],
    [-0.22, 0.48, 0.13, 0.08],
    [-0.45, 0.43, 0.05, 0.025],
  ];
  const eye: Ball = [0.41, 0.895, 0.062, 0.014];
  const limb = (balls: readonly Ball[], colour: Colour, more: Partial<Limb> = {}): Limb => ({
    balls: grow(balls),
    ...{ colour, grain: 'fur', ...more },
  });
  const limbs: Limb[] = [
    limb(leg, [86, 76, 62], { grain: 'smooth' }),
    limb(turnBalls(mirrorBalls(leg), [0, 0.42, 0], 0, -0.32), [86, 76, 62], { grain: 'smooth' }),
    limb(
      lean([
        [-0.3, 0.47, 0, 0.1],
        [-0.15, 0.49, 0, 0.17],
        [0.05, 0.52, 0, 0.205],
        [0.2, 0.58, 0, 0.17],
        [0.29, 0.68, 0, 0.11],
      ]),
      plumage.back,
      { toColour: plumage.breast, underColour: plumage.breast },
    ),
    limb(
      lean([
        [-0.28, 0.48, 0, 0.08],
        [-0.5, 0.43, 0, 0.06],
        [-0.8, 0.36, 0, 0.05],
        [-0.98, 0.32, 0, 0.02],
      ]),
      plumage.wing,
      { toColour: plumage.back },
    ),
    limb(
      lean([
        [0.26, 0.66, 0, 0.115],
        [0.31, 0.76, 0, 0.085],
        [0.34, 0.85, 0, 0.08],
      ]),
      plumage.breast,
      { toColour: plumage.head },
    ),
    limb(
      headTurn([
        [0.34, 0.87, 0, 0.088],
        [0.4, 0.875, 0, 0.072],
      ]),
      plumage.head,
    ),
    limb(
      headTurn([
        [0.46, 0.87, 0, 0.032],
        [0.52, 0.855, 0, 0.022],
        [0.58, 0.835, 0, 0.008],
      ]),
      [70, 62, 50],
      { grain: 'smooth' },
    ),
    limb(lean(wing), plumage.wing, { toColour: plumage.back }),
    limb(lean(mirrorBalls(wing)), plumage.wing, { toColour: plumage.back }),
    ...[eye, ...mirrorBalls([eye])].map((ball) => limb(headTurn([ball]), [16, 14, 12], { grain: 'smooth' })),
  ];
  const eyes = grow(headTurn([eye, ...mirrorBalls([eye])]));
  return {
    limbs,
    eyes: eyes.map(([x, y, z]) => [x, y, z] as const),
    feet: [
      [-0.1 * size, 0, 0.36 * size],
      [0.05 * size, 0.07 * size, 0.09 * size],
      [0.05 * size, -0.07 * size, 0.09 * size],
    ],
  };
}
