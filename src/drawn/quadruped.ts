import type { Ball } from './figure.ts';
import { sine } from './stableMath.ts';

/** How a four-legged animal holds itself. */
export interface QuadrupedPose {
  /** Where it is in its stride, 0-1; standing animals stay at one value. */
  stride: number;
  /** 0 standing to 1 walking out. */
  pace: number;
  /** -1 grazing to 1 alert. */
  head: number;
  /** Turn of the head in radians, to the far side is positive. */
  look: number;
}

/** Swings the lower joints of a leg; `phase` 0-1. */
export function walkingLeg(balls: readonly Ball[], phase: number, pace: number, reach: number): Ball[] {
  const swing = sine(phase * 6.2832) * pace;
  const lift = Math.max(0, sine((phase + 0.25) * 6.2832)) * pace;
  const top = balls[0]?.[1] ?? 1;
  return balls.map(([x, y, z, radius], index) => {
    const down = 1 - y / top;
    const bend = index >= 2 ? lift * reach * 0.32 : 0;
    return [x + swing * reach * down - bend * 0.4, y + bend * down, z, radius];
  });
}
