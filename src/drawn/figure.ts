import type { Colour } from './raster.ts';
import { cosine, sine } from './stableMath.ts';
import { project } from './view.ts';
import type { View } from './view.ts';

/** A ball of a body in metres: forward, up, sideways (away from a viewer who sees the right flank), radius. */
export type Ball = readonly [number, number, number, number];

export type Grain = 'fur' | 'cloth' | 'smooth';

/** A soft tube through balls. */
export interface Limb {
  balls: readonly Ball[];
  /** Colour of the upper side at the first ball. */
  colour: Colour;
  /** Colour of the upper side at the last ball, when it changes on the way. */
  toColour?: Colour;
  /** Colour of the lower side, when it differs. */
  underColour?: Colour;
  grain: Grain;
}

/** A body standing on the ground at the origin, facing forward. */
export interface Figure {
  limbs: Limb[];
  /** Forward, up, sideways in metres: where eyes shine under infra-red. */
  eyes: (readonly [number, number, number])[];
  /** Where it touches the ground: forward, sideways, radius of the shadow, metres. */
  feet: (readonly [number, number, number])[];
}

/** Where a body stands (metres, see View) and where it faces: 0 right, a quarter turn (pi / 2) away from the camera. */
export interface Placement {
  x: number;
  z: number;
  yaw: number;
}

/** A ball in the picture: pixels, with its distance from the camera in metres. */
export interface PlacedBall {
  x: number;
  y: number;
  radius: number;
  z: number;
}

/** A corner to corner rectangle in pixels. */
export interface Extent {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The world position of a point of a body. */
export function placePoint(
  [forward, up, side]: readonly number[],
  { x, z, yaw }: Placement,
): { x: number; y: number; z: number } {
  const along = forward ?? 0;
  const across = side ?? 0;
  return {
    x: x + along * cosine(yaw) - across * sine(yaw),
    y: up ?? 0,
    z: Math.max(0.15, z + along * sine(yaw) + across * cosine(yaw)),
  };
}

export function placeBall(view: View, ball: Ball, placement: Placement): PlacedBall {
  const world = placePoint(ball, placement);
  const spot = project(view, world.x, world.y, world.z);
  return { x: spot.x, y: spot.y, radius: ball[3] * spot.scale, z: world.z };
}

/** The smallest rectangle around placed balls. */
export function ballExtent(balls: readonly PlacedBall[]): Extent {
  const extent = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y, radius } of balls) {
    extent.left = Math.min(extent.left, x - radius);
    extent.top = Math.min(extent.top, y - radius);
    extent.right = Math.max(extent.right, x + radius);
    extent.bottom = Math.max(extent.bottom, y + radius);
  }
  return extent;
}

/** The smallest rectangle in the picture around a placed body; may reach beyond the picture. */
export function figureExtent(view: View, figure: Figure, placement: Placement): Extent {
  return ballExtent(
    figure.limbs.flatMap(({ balls }) => balls.map((ball) => placeBall(view, ball, placement))),
  );
}

/** Turns balls about a pivot: first by `pitch` (nose up is positive), then by `yaw` (to the far side is positive). */
export function turnBalls(
  balls: readonly Ball[],
  pivot: readonly [number, number, number],
  yaw: number,
  pitch: number,
): Ball[] {
  return balls.map(([x, y, z, radius]) => {
    const alongX = x - pivot[0];
    const up = y - pivot[1];
    const side = z - pivot[2];
    const pitchedX = alongX * cosine(pitch) - up * sine(pitch);
    const pitchedY = alongX * sine(pitch) + up * cosine(pitch);
    return [
      pivot[0] + pitchedX * cosine(yaw) - side * sine(yaw),
      pivot[1] + pitchedY,
      pivot[2] + pitchedX * sine(yaw) + side * cosine(yaw),
      radius,
    ];
  });
}

/** The same limb on the other side of the body. */
export function mirrorBalls(balls: readonly Ball[]): Ball[] {
  return balls.map(([x, y, z, radius]) => [x, y, -z, radius]);
}

/** Lowers or lifts a body until its lowest ball touches the ground. */
export function standing(figure: Figure): Figure {
  const lowest = Math.min(...figure.limbs.flatMap(({ balls }) => balls.map(([, y, , radius]) => y - radius)));
  return {
    limbs: figure.limbs.map((limb) => ({
      ...limb,
      balls: limb.balls.map(([x, y, z, radius]) => [x, y - lowest, z, radius]),
    })),
    eyes: figure.eyes.map(([x, y, z]) => [x, y - lowest, z]),
    feet: figure.feet,
  };
}
