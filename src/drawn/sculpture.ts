import { ballExtent, placeBall } from './figure.ts';
import type { Figure, Limb, PlacedBall, Placement } from './figure.ts';
import { dab } from './dab.ts';
import type { Sculpture } from './dab.ts';
import { clamp, mix } from './stableMath.ts';
import type { View } from './view.ts';

function createSculpture(view: View, placed: readonly PlacedBall[]): Sculpture | null {
  const extent = ballExtent(placed);
  const left = clamp(Math.floor(extent.left) - 4, 0, view.width);
  const top = clamp(Math.floor(extent.top) - 4, 0, view.height);
  const width = clamp(Math.ceil(extent.right) + 4, 0, view.width) - left;
  const height = clamp(Math.ceil(extent.bottom) + 4, 0, view.height) - top;
  if (width < 1 || height < 1) return null;
  const floats = (): Float32Array => new Float32Array(width * height);
  return {
    ...{ left, top, width, height },
    coverage: floats(),
    depth: floats().fill(Number.POSITIVE_INFINITY),
    ...{ right: floats(), up: floats() },
    limb: new Uint8Array(width * height),
    ...{ share: floats(), along: floats(), across: floats() },
  };
}

/** A curve through four values (Catmull and Rom), for the part between the middle two. */
function curve(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

function sweep(
  sculpture: Sculpture,
  view: View,
  limb: Limb,
  index: number,
  balls: readonly PlacedBall[],
): void {
  let along = index * 3.7;
  const last = balls.length - 1;
  for (let i = 0; i < Math.max(1, last); i++) {
    const b = balls[i];
    const c = balls[i + 1] ?? b;
    if (!b || !c) continue;
    const a = balls[i - 1] ?? b;
    const d = balls[i + 2] ?? c;
    const scale = view.focal / ((b.z + c.z) / 2);
    const lengthX = c.x - b.x;
    const lengthY = c.y - b.y;
    const flat = Math.sqrt(lengthX * lengthX + lengthY * lengthY);
    const length = flat + Math.abs(c.z - b.z) * scale;
    const steps = Math.max(1, Math.ceil(length / Math.max(0.7, Math.min(b.radius, c.radius) * 0.2)));
    const direction = flat > 0.5 ? [lengthX / flat, lengthY / flat] : [1, 0];
    for (let step = 0; step <= steps; step++) {
      const t = step / steps;
      const stroke = {
        x: curve(a.x, b.x, c.x, d.x, t),
        y: curve(a.y, b.y, c.y, d.y, t),
        radius: Math.max(0.6, curve(a.radius, b.radius, c.radius, d.radius, t)),
        z: mix(b.z, c.z, t),
        directionX: direction[0] ?? 1,
        directionY: direction[1] ?? 0,
        share: (i + t) / Math.max(1, last),
        along: along + (length / scale) * t,
        limb: index,
        hair:
          limb.grain === 'fur'
            ? Math.min(0.008 * scale, 5, b.radius * 0.11)
            : limb.grain === 'cloth'
              ? 0.002 * scale
              : 0,
      };
      dab(sculpture, stroke, scale);
    }
    along += length / scale;
  }
}

/** Builds a body from its balls as the camera sees it; null when nothing of it falls in the picture. */
export function sculpt(view: View, figure: Figure, placement: Placement): Sculpture | null {
  const placed = figure.limbs.map((limb) => limb.balls.map((ball) => placeBall(view, ball, placement)));
  const sculpture = createSculpture(view, placed.flat());
  if (!sculpture) return null;
  const distance = placed.map((balls) => Math.min(...balls.map(({ z }) => z)));
  // The nearest first: what they hide need not be worked out.
  const order = figure.limbs.map((_, index) => index).sort((a, b) => (distance[a] ?? 0) - (distance[b] ?? 0));
  for (const index of order) {
    const limb = figure.limbs[index];
    if (limb) sweep(sculpture, view, limb, index, placed[index] ?? []);
  }
  return sculpture;
}
