import { placePoint } from './figure.ts';
import type { Figure, Grain, Placement } from './figure.ts';
import type { Frame } from './frame.ts';
import { layeredNoise, valueNoise } from './noise.ts';
import { drawContactShadow } from './contactShadow.ts';
import { blendPixel, mixColour, scaleColour } from './raster.ts';
import { sculpt } from './sculpture.ts';
import { soften } from './softening.ts';
import { clamp, smoothStep } from './stableMath.ts';
import { project } from './view.ts';
import type { View } from './view.ts';

function grainLight(grain: Grain, along: number, across: number, seed: number): number {
  if (grain === 'smooth') return 0.95 + 0.1 * valueNoise(along * 30 + seed, across * 30);
  if (grain === 'cloth') {
    const fold = layeredNoise(along * 9 + seed, across * 13 + seed, 3);
    return 0.66 + 0.68 * fold;
  }
  const coat = layeredNoise(along * 6 + seed, across * 8, 2);
  const hair = layeredNoise(along * 55 + seed, across * 190, 2);
  return 0.6 + 0.34 * coat + 0.46 * hair;
}

/**
 * Draws a body into a frame: contact shadows, rounded shading, fur or cloth, hidden by what stands in front of it.
 * @param seed varies the grain
 */
export function drawFigure(
  frame: Frame,
  view: View,
  figure: Figure,
  placement: Placement,
  seed: number,
): void {
  for (const [forward, side, radius] of figure.feet) {
    const spot = placePoint([forward, 0, side], placement);
    drawContactShadow(frame, view, spot.x, spot.z, radius, radius > 0.15 ? 0.42 : 0.6);
  }
  const sculpture = sculpt(view, figure, placement);
  if (!sculpture) return;
  const { left, top, width, height } = sculpture;
  const scale = view.focal / placement.z;
  const blur = Math.max(1, Math.round(0.012 * scale));
  const right = soften(sculpture.right, sculpture, blur);
  const up = soften(sculpture.up, sculpture, blur);
  const around = soften(sculpture.depth, sculpture, Math.max(2, Math.round(0.11 * scale)));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const coverage = sculpture.coverage[i] ?? 0;
      const limb = figure.limbs[sculpture.limb[i] ?? 0];
      const depth = sculpture.depth[i] ?? 0;
      if (coverage === 0 || !limb || depth === Number.POSITIVE_INFINITY) continue;
      const pixel = (top + y) * view.width + left + x;
      if ((frame.depth[pixel] ?? 0) < depth - 0.14) continue;
      const facingUp = up[i] ?? 0;
      const facingRight = right[i] ?? 0;
      const facing = Math.sqrt(Math.max(0, 1 - facingUp * facingUp - facingRight * facingRight));
      const key = Math.max(0, -0.32 * facingRight + 0.82 * facingUp + 0.47 * facing);
      const hidden = clamp(((around[i] ?? depth) - depth) * 3.2, -0.42, 0.08);
      const along = sculpture.along[i] ?? 0;
      const across = sculpture.across[i] ?? 0;
      const light = (0.34 + 0.26 * (0.5 + 0.5 * facingUp) + 0.52 * key) * (1 + hidden);
      let colour = limb.toColour
        ? mixColour(limb.colour, limb.toColour, sculpture.share[i] ?? 0)
        : limb.colour;
      if (limb.underColour) {
        const edge = facingUp + (valueNoise(along * 14, across * 30) - 0.5) * 0.35;
        colour = mixColour(colour, limb.underColour, smoothStep(-0.3, -0.72, edge));
      }
      const grain = grainLight(limb.grain, along, across, seed % 57);
      blendPixel(frame.surface.data, pixel, scaleColour(colour, light * grain), coverage);
      if (coverage < 0.5) continue;
      frame.depth[pixel] = depth;
      frame.sun[pixel] =
        40 + 150 * key * smoothStep(0.3, 0.7, valueNoise((x / scale) * 3 + seed, (y / scale) * 3));
    }
  }
}

/** Where the eyes of a drawn body are seen, in pixels with the pixels a metre takes up; hidden eyes are left out. */
export function visibleEyes(
  frame: Frame,
  view: View,
  figure: Figure,
  placement: Placement,
): { x: number; y: number; scale: number }[] {
  return figure.eyes.flatMap((eye) => {
    const world = placePoint(eye, placement);
    const spot = project(view, world.x, world.y, world.z);
    const x = Math.round(spot.x);
    const y = Math.round(spot.y);
    if (x < 0 || y < 0 || x >= view.width || y >= view.height) return [];
    return (frame.depth[y * view.width + x] ?? 0) > world.z - 0.06 ? [spot] : [];
  });
}
