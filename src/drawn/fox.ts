import { mirrorBalls, turnBalls } from './figure.ts';
import type { Ball, Figure, Limb } from './figure.ts';
import { walkingLeg } from './quadruped.ts';
import type { QuadrupedPose } from './quadruped.ts';
import type { Colour } from './raster.ts';

const coat: Colour = [186, 112, 58];
const stocking: Colour = [54, 42, 36];
const pale: Colour = [204, 190, 172];

const hind: Ball[] = [
  [-0.23, 0.33, 0.045, 0.085],
  [-0.2, 0.24, 0.05, 0.06],
  [-0.24, 0.18, 0.05, 0.034],
  [-0.3, 0.13, 0.05, 0.022],
  [-0.27, 0.05, 0.05, 0.019],
  [-0.24, 0.016, 0.05, 0.021],
];

const fore: Ball[] = [
  [0.18, 0.32, 0.045, 0.07],
  [0.16, 0.22, 0.05, 0.042],
  [0.17, 0.13, 0.05, 0.024],
  [0.17, 0.06, 0.05, 0.019],
  [0.19, 0.016, 0.05, 0.022],
];

const skull: Ball[] = [
  [0.36, 0.455, 0, 0.058],
  [0.4, 0.45, 0, 0.06],
  [0.45, 0.43, 0, 0.038],
  [0.505, 0.415, 0, 0.022],
];

const cheeks: Ball[] = [
  [0.41, 0.425, 0.035, 0.04],
  [0.46, 0.408, 0.012, 0.026],
  [0.5, 0.402, 0, 0.017],
];

const ear: Ball[] = [
  [0.36, 0.49, 0.03, 0.032],
  [0.35, 0.53, 0.042, 0.026],
  [0.345, 0.57, 0.05, 0.007],
];

/** A red fox, 0.4 m at the shoulder, with its long tail. */
export function fox(pose: QuadrupedPose): Figure {
  const leg = (balls: readonly Ball[], phase: number): Limb => ({
    balls: walkingLeg(balls, phase, pose.pace, 0.11),
    ...{ colour: coat, toColour: stocking, grain: 'fur' },
  });
  const drop = pose.head < 0 ? pose.head * 0.9 : pose.head * 0.15;
  const neckBase = [0.22, 0.36, 0] as const;
  const [carried = [0.36, 0.455, 0, 0.058]] = turnBalls([[0.36, 0.455, 0, 0.058]], neckBase, 0, drop);
  const headBalls = (balls: readonly Ball[]): Ball[] => {
    const moved = balls.map(([x, y, z, r]): Ball => [x + carried[0] - 0.36, y + carried[1] - 0.455, z, r]);
    return turnBalls(moved, [carried[0], carried[1], 0], pose.look, drop * 0.5);
  };
  const limbs: Limb[] = [
    {
      balls: [
        [-0.28, 0.33, 0, 0.075],
        [-0.2, 0.345, 0, 0.098],
        [-0.05, 0.34, 0, 0.1],
        [0.08, 0.335, 0, 0.108],
        [0.18, 0.34, 0, 0.108],
        [0.24, 0.35, 0, 0.085],
      ],
      ...{ colour: coat, underColour: pale, grain: 'fur' },
    },
    {
      balls: turnBalls(
        [
          [0.2, 0.355, 0, 0.095],
          [0.28, 0.4, 0, 0.075],
          [0.35, 0.445, 0, 0.06],
        ],
        ...([neckBase, 0, drop] as const),
      ),
      ...{ colour: coat, underColour: pale, grain: 'fur' },
    },
    leg(hind, pose.stride),
    leg(mirrorBalls(hind), pose.stride + 0.5),
    leg(fore, pose.stride + 0.75),
    leg(mirrorBalls(fore), pose.stride + 0.25),
    {
      balls: [
        [-0.33, 0.35, 0, 0.035],
        [-0.43, 0.31, 0, 0.055],
        [-0.54, 0.25, 0, 0.072],
        [-0.64, 0.2, 0, 0.06],
        [-0.7, 0.175, 0, 0.03],
      ],
      ...{ colour: coat, toColour: [196, 150, 112], underColour: [120, 76, 46], grain: 'fur' },
    },
    {
      balls: [
        [-0.7, 0.175, 0, 0.036],
        [-0.755, 0.16, 0, 0.016],
      ],
      colour: [236, 228, 216],
      grain: 'fur',
    },
    { balls: headBalls(skull), colour: coat, toColour: [150, 92, 56], grain: 'fur' },
    ...[cheeks, mirrorBalls(cheeks)].map((balls): Limb => ({
      balls: headBalls(balls),
      colour: pale,
      grain: 'fur',
    })),
    ...[ear, mirrorBalls(ear)].map((balls): Limb => ({
      balls: headBalls(balls),
      colour: coat,
      toColour: [40, 32, 28],
      grain: 'fur',
    })),
    { balls: headBalls([[0.522, 0.413, 0, 0.013]]), colour: [24, 20, 20], grain: 'smooth' },
    ...[0.033, -0.033].map((side): Limb => ({
      balls: headBalls([[0.436, 0.462, side, 0.011]]),
      colour: [26, 20, 12],
      grain: 'smooth',
    })),
  ];
  const eyes = headBalls([0.04, -0.04].map((side): Ball => [0.442, 0.462, side, 0]));
  return {
    limbs,
    eyes: eyes.map(([x, y, z]) => [x, y, z] as const),
    feet: [
      [-0.02, 0, 0.27],
      [-0.26, 0.05, 0.05],
      [-0.26, -0.05, 0.05],
      [0.19, 0.05, 0.05],
      [0.19, -0.05, 0.05],
    ],
  };
}
