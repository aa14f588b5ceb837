import type { Frame } from './frame.ts';
import { blendPixel, coverEllipse } from './raster.ts';
import type { Point } from './raster.ts';
import { project } from './view.ts';
import type { View } from './view.ts';

/** Darkens the ground where a thing stands; radius in metres. */
export function drawContactShadow(
  frame: Frame,
  view: View,
  x: number,
  z: number,
  radius: number,
  depth = 0.5,
): void {
  const centre = project(view, x, 0, z);
  const size: Point = [
    radius * centre.scale,
    Math.max(1.5, (radius * centre.scale * view.lensHeight) / z / 1.6),
  ];
  const { width, height } = frame.surface;
  coverEllipse(width, height, [centre.x, centre.y], size, 0.9, (pixelX, pixelY, coverage) => {
    const i = pixelY * width + pixelX;
    if ((frame.depth[i] ?? 0) < z * 0.6 || (frame.depth[i] ?? 0) > z * 1.8) return;
    blendPixel(frame.surface.data, i, [22, 22, 16], coverage * depth);
    frame.sun[i] = (frame.sun[i] ?? 0) * (1 - coverage * 0.9);
  });
}
