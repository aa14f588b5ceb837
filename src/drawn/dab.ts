import type { PlacedBall } from './figure.ts';
import { valueNoise } from './noise.ts';
import { clamp } from './stableMath.ts';

/** A body seen from the camera, per pixel of a window of the picture, before it is coloured. */
export interface Sculpture {
  left: number;
  top: number;
  width: number;
  height: number;
  /** 0-1. */
  coverage: Float32Array;
  /** Distance from the camera in metres. */
  depth: Float32Array;
  /** Which way the surface faces: right and up, -1 to 1; the rest is towards the camera. */
  right: Float32Array;
  up: Float32Array;
  /** Index of the limb. */
  limb: Uint8Array;
  /** Share of the way along the limb, 0-1. */
  share: Float32Array;
  /** Metres along and across the limb, for grain that follows the body. */
  along: Float32Array;
  across: Float32Array;
}

/** One ball of a limb, with its place on the limb. Pixels, metres for `z` and `along`. */
export interface Dab extends PlacedBall {
  directionX: number;
  directionY: number;
  share: number;
  along: number;
  limb: number;
  /** Length of hair in pixels, by which the outline is frayed. */
  hair: number;
}

/** Adds a ball to a sculpture; `scale` is the pixels a metre takes up there. */
export function dab(sculpture: Sculpture, { x, y, radius, z, ...stroke }: Dab, scale: number): void {
  const { width, height } = sculpture;
  const reach = radius + stroke.hair + 1;
  const centreX = x - sculpture.left;
  const centreY = y - sculpture.top;
  const firstX = Math.max(0, Math.floor(centreX - reach));
  const lastX = Math.min(width - 1, Math.ceil(centreX + reach));
  const lastY = Math.min(height - 1, Math.ceil(centreY + reach));
  const depthScale = radius / scale;
  const nearest = z - depthScale;
  for (let pixelY = Math.max(0, Math.floor(centreY - reach)); pixelY <= lastY; pixelY++) {
    const offsetY = pixelY + 0.5 - centreY;
    for (let pixelX = firstX; pixelX <= lastX; pixelX++) {
      const offsetX = pixelX + 0.5 - centreX;
      const square = offsetX * offsetX + offsetY * offsetY;
      if (square > reach * reach) continue;
      const i = pixelY * width + pixelX;
      if ((sculpture.depth[i] ?? 0) <= nearest && sculpture.coverage[i] === 1) continue;
      const distance = Math.sqrt(square);
      const along = stroke.along + (offsetX * stroke.directionX + offsetY * stroke.directionY) / scale;
      const across = (offsetY * stroke.directionX - offsetX * stroke.directionY) / scale;
      let edge = radius;
      if (stroke.hair > 0 && distance > radius - stroke.hair - 1) {
        edge += (valueNoise(along * 34, across * 110 + pixelX * 0.31) - 0.55) * stroke.hair * 2;
      }
      const covered = clamp(edge - distance + 0.5, 0, 1);
      if (covered === 0) continue;
      const out = Math.min(0.999, distance / radius);
      const bulge = Math.sqrt(1 - out * out);
      const depth = z - bulge * depthScale;
      if (covered > (sculpture.coverage[i] ?? 0)) sculpture.coverage[i] = covered;
      if (depth >= (sculpture.depth[i] ?? 0) || covered < 0.3) continue;
      sculpture.depth[i] = depth;
      sculpture.right[i] = offsetX / radius;
      sculpture.up[i] = -offsetY / radius;
      sculpture.limb[i] = stroke.limb;
      sculpture.share[i] = stroke.share;
      sculpture.along[i] = along;
      sculpture.across[i] = across;
    }
  }
}
