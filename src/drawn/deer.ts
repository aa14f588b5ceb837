import { mirrorBalls, turnBalls } from './figure.ts';
import type { Ball, Figure, Limb } from './figure.ts';
import { walkingLeg } from './quadruped.ts';
import type { QuadrupedPose } from './quadruped.ts';
import type { Colour } from './raster.ts';

const deerCoat: Colour = [150, 112, 76];
const deerDark: Colour = [104, 78, 56];
const deerPale: Colour = [196, 172, 140];

/** A roe- or white-tailed-like deer, 0.9 m at the shoulder. */
export function deer(pose: QuadrupedPose, antlers: boolean): Figure {
  const hind: Ball[] = [
    [-0.42, 0.74, 0.08, 0.15],
    [-0.37, 0.58, 0.1, 0.105],
    [-0.4, 0.45, 0.1, 0.06],
    [-0.53, 0.35, 0.1, 0.034],
    [-0.49, 0.2, 0.1, 0.025],
    [-0.46, 0.07, 0.1, 0.026],
    [-0.43, 0.02, 0.1, 0.028],
  ];
  const fore: Ball[] = [
    [0.34, 0.7, 0.08, 0.12],
    [0.31, 0.55, 0.09, 0.075],
    [0.32, 0.42, 0.09, 0.045],
    [0.33, 0.3, 0.09, 0.034],
    [0.32, 0.16, 0.09, 0.023],
    [0.33, 0.06, 0.09, 0.026],
    [0.36, 0.02, 0.09, 0.028],
  ];
  const leg = (balls: Ball[], phase: number): Limb => ({
    balls: walkingLeg(balls, phase, pose.pace, 0.24),
    ...{ colour: deerCoat, toColour: [86, 68, 52], grain: 'fur' },
  });
  const neckPitch = pose.head < 0 ? pose.head * 1.75 : pose.head * 0.1;
  const base = [0.36, 0.86, 0] as const;
  const crown = turnBalls([[0.66, 1.24, 0, 0.07]], base, 0, neckPitch)[0] ?? [0.66, 1.24, 0, 0.07];
  const shiftHead = (balls: Ball[]): Ball[] => {
    const carried = balls.map(([x, y, z, r]): Ball => [x + crown[0] - 0.66, y + crown[1] - 1.24, z, r]);
    return turnBalls(carried, [crown[0], crown[1], 0], pose.look, pose.head < 0 ? pose.head * 0.55 : 0);
  };
  const ear: Ball[] = [
    [0.63, 1.3, 0.055, 0.02],
    [0.58, 1.36, 0.12, 0.04],
    [0.54, 1.41, 0.17, 0.03],
    [0.52, 1.44, 0.2, 0.008],
  ];
  const antler: Ball[] = [
    [0.66, 1.33, 0.04, 0.016],
    [0.62, 1.45, 0.11, 0.014],
    [0.66, 1.58, 0.15, 0.011],
    [0.73, 1.64, 0.13, 0.006],
  ];
  const tine: Ball[] = [
    [0.63, 1.43, 0.1, 0.012],
    [0.72, 1.5, 0.11, 0.006],
  ];
  const limbs: Limb[] = [
    {
      balls: [
        [-0.5, 0.78, 0, 0.13],
        [-0.38, 0.8, 0, 0.185],
        [-0.15, 0.78, 0, 0.19],
        [0.1, 0.76, 0, 0.195],
        [0.3, 0.78, 0, 0.2],
        [0.42, 0.82, 0, 0.15],
      ],
      ...{ colour: deerCoat, underColour: deerPale, grain: 'fur' },
    },
    {
      balls: turnBalls(
        [
          [0.36, 0.84, 0, 0.15],
          [0.5, 1, 0, 0.1],
          [0.6, 1.14, 0, 0.078],
          [0.66, 1.24, 0, 0.07],
        ],
        ...([base, 0, neckPitch] as const),
      ),
      ...{ colour: deerCoat, underColour: [182, 158, 126], grain: 'fur' },
    },
    leg(hind, pose.stride),
    leg(mirrorBalls(hind), pose.stride + 0.5),
    leg(fore, pose.stride + 0.3),
    leg(mirrorBalls(fore), pose.stride + 0.8),
    {
      balls: shiftHead([
        [0.65, 1.27, 0, 0.085],
        [0.72, 1.26, 0, 0.075],
        [0.82, 1.2, 0, 0.05],
        [0.9, 1.16, 0, 0.04],
      ]),
      ...{ colour: deerDark, toColour: [128, 102, 80], underColour: deerPale, grain: 'fur' },
    },
    { balls: shiftHead([[0.93, 1.155, 0, 0.027]]), colour: [30, 26, 24], grain: 'smooth' },
    ...[ear, mirrorBalls(ear)].map((balls): Limb => ({
      balls: shiftHead(balls),
      colour: deerDark,
      underColour: deerPale,
      grain: 'fur',
    })),
    ...[0.062, -0.062].map((side): Limb => ({
      balls: shiftHead([[0.745, 1.275, side, 0.017]]),
      colour: [20, 16, 14],
      grain: 'smooth',
    })),
    {
      balls: [
        [-0.6, 0.86, 0, 0.045],
        [-0.66, 0.76, 0, 0.045],
        [-0.66, 0.66, 0, 0.02],
      ],
      ...{ colour: [224, 214, 198], grain: 'fur' },
    },
  ];
  if (antlers) {
    for (const balls of [antler, mirrorBalls(antler), tine, mirrorBalls(tine)]) {
      limbs.push({ balls: shiftHead(balls), colour: [150, 128, 98], grain: 'smooth' });
    }
  }
  const eyes = shiftHead([0.068, -0.068].map((side): Ball => [0.75, 1.275, side, 0]));
  return {
    limbs,
    eyes: eyes.map(([x, y, z]) => [x, y, z] as const),
    feet: [
      [0, 0, 0.5],
      [-0.43, 0.1, 0.09],
      [-0.43, -0.1, 0.09],
      [0.36, 0.09, 0.09],
      [0.36, -0.09, 0.09],
    ],
  };
}
