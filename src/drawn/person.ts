import { mirrorBalls } from './figure.ts';
import type { Ball, Figure, Limb } from './figure.ts';
import type { Outfit } from './outfit.ts';
import { headLimbs } from './personHead.ts';
import { cosine, sine } from './stableMath.ts';

/** The joint angles of a limb of two parts, in radians; forward is positive. */
function bent(
  [x, y, z]: readonly [number, number, number],
  lengths: readonly [number, number],
  upper: number,
  lower: number,
): { joint: readonly [number, number, number]; end: readonly [number, number, number] } {
  const joint = [x + sine(upper) * lengths[0], y - cosine(upper) * lengths[0], z] as const;
  return { joint, end: [joint[0] + sine(lower) * lengths[1], joint[1] - cosine(lower) * lengths[1], z] };
}

function legLimbs(side: number, phase: number, pace: number, outfit: Outfit): Limb[] {
  const swing = sine(phase * 6.2832) * 0.48 * pace;
  const fold = (0.12 + 0.75 * Math.max(0, cosine(phase * 6.2832))) * pace;
  const { joint, end } = bent([0, 0.92, 0.095 * side], [0.43, 0.42], swing, swing - fold);
  const [x, y, z] = end;
  const between = (share: number, radius: number): Ball => [
    joint[0] + (x - joint[0]) * share,
    joint[1] + (y - joint[1]) * share,
    z,
    radius,
  ];
  const thigh = (share: number, radius: number): Ball => [
    joint[0] * share,
    0.92 + (joint[1] - 0.92) * share,
    z,
    radius,
  ];
  return [
    {
      balls: [
        thigh(0, 0.108),
        thigh(0.4, 0.092),
        thigh(0.8, 0.072),
        between(0.1, 0.064),
        between(0.4, 0.068),
        between(0.95, 0.055),
      ],
      ...{ colour: outfit.trousers, grain: 'cloth' },
    },
    {
      balls: [
        [x - 0.02, y + 0.09, z, 0.052],
        [x - 0.02, y - 0.015, z, 0.054],
        [x + 0.07, y - 0.03, z, 0.045],
        [x + 0.16, y - 0.035, z, 0.038],
      ],
      ...{ colour: outfit.boots, grain: 'smooth' },
    },
  ];
}

function armLimbs(side: number, phase: number, pace: number, outfit: Outfit): Limb[] {
  const swing = -sine(phase * 6.2832) * 0.42 * pace + 0.05;
  const shoulder = [0, 1.42, 0.2 * side] as const;
  const { joint, end } = bent(shoulder, [0.29, 0.25], swing, swing + 0.3 + 0.2 * pace);
  const wide = 0.06 * side;
  return [
    {
      balls: [
        [...shoulder, 0.075],
        [(shoulder[0] + joint[0]) / 2, (shoulder[1] + joint[1]) / 2, shoulder[2] + wide * 0.7, 0.062],
        [joint[0], joint[1], joint[2] + wide, 0.054],
        [end[0], end[1], end[2] + wide, 0.043],
      ],
      ...{ colour: outfit.jacket, grain: 'cloth' },
    },
    {
      balls: [
        [end[0], end[1], end[2] + wide, 0.036],
        [end[0] + 0.025, end[1] - 0.07, end[2] + wide, 0.04],
        [end[0] + 0.05, end[1] - 0.13, end[2] + wide, 0.025],
      ],
      ...{ colour: outfit.skin, grain: 'smooth' },
    },
  ];
}

/** A walker 1.8 m tall; `stride` 0-1 is the place in a double step, `pace` 0 standing to 1 striding. */
export function person(outfit: Outfit, stride: number, pace: number): Figure {
  const flank: Ball[] = [
    [0, 0.92, 0.07, 0.115],
    [0.01, 1.05, 0.065, 0.115],
    [0.015, 1.2, 0.085, 0.115],
    [0.01, 1.34, 0.1, 0.112],
    [0, 1.42, 0.13, 0.078],
  ];
  const limbs: Limb[] = [
    ...legLimbs(1, stride, pace, outfit),
    ...legLimbs(-1, stride + 0.5, pace, outfit),
    {
      balls: [
        [0, 0.9, -0.07, 0.12],
        [0, 0.9, 0.07, 0.12],
      ],
      colour: outfit.trousers,
      grain: 'cloth',
    },
    ...[flank, mirrorBalls(flank)].map((balls): Limb => ({ balls, colour: outfit.jacket, grain: 'cloth' })),
    {
      balls: [
        [0, 1.4, -0.15, 0.075],
        [0, 1.45, 0, 0.07],
        [0, 1.4, 0.15, 0.075],
      ],
      colour: outfit.jacket,
      grain: 'cloth',
    },
    ...armLimbs(1, stride, pace, outfit),
    ...armLimbs(-1, stride + 0.5, pace, outfit),
    ...headLimbs(outfit),
  ];
  if (outfit.backpack) {
    const pack: Ball[] = [
      [-0.17, 1.06, 0.07, 0.12],
      [-0.2, 1.2, 0.07, 0.13],
      [-0.18, 1.36, 0.06, 0.11],
      [-0.15, 1.46, 0.04, 0.08],
    ];
    const strap: Ball[] = [
      [-0.04, 1.49, 0.1, 0.028],
      [0.085, 1.42, 0.11, 0.03],
      [0.115, 1.28, 0.12, 0.026],
      [0.06, 1.12, 0.16, 0.025],
    ];
    for (const balls of [pack, mirrorBalls(pack), strap, mirrorBalls(strap)]) {
      limbs.push({ balls, colour: outfit.backpack, grain: 'cloth' });
    }
  }
  return {
    limbs,
    eyes: [
      [0.115, 1.655, 0.034],
      [0.115, 1.655, -0.034],
    ],
    feet: [
      [0, 0, 0.4],
      [0.1, 0.1, 0.14],
      [-0.05, -0.1, 0.14],
    ],
  };
}
