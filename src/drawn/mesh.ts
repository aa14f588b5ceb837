import type { Placement } from './figure.ts';
import type { Frame } from './frame.ts';
import { blendPixel } from './raster.ts';
import { patchExtent, paintSample, triangles } from './patch.ts';
import type { Patch, Triangle } from './patch.ts';
import { clamp } from './stableMath.ts';
import type { View } from './view.ts';

interface Samples {
  left: number;
  top: number;
  /** Samples across and down: `grid` a pixel. */
  width: number;
  height: number;
  grid: 1 | 2;
  depth: Float32Array;
  /** Index of the triangle that is seen. */
  seen: Int16Array;
}

function cover(samples: Samples, { corners: [a, b, c], area }: Triangle, index: number): void {
  if (Math.abs(area) < 1e-6) return;
  const { left, top, width, height, grid, depth, seen } = samples;
  const firstX = Math.max(0, Math.floor((Math.min(a.x, b.x, c.x) - left) * grid));
  const lastX = Math.min(width - 1, Math.ceil((Math.max(a.x, b.x, c.x) - left) * grid));
  const firstY = Math.max(0, Math.floor((Math.min(a.y, b.y, c.y) - top) * grid));
  const lastY = Math.min(height - 1, Math.ceil((Math.max(a.y, b.y, c.y) - top) * grid));
  for (let sampleY = firstY; sampleY <= lastY; sampleY++) {
    const y = top + (sampleY + 0.5) / grid - a.y;
    for (let sampleX = firstX; sampleX <= lastX; sampleX++) {
      const x = left + (sampleX + 0.5) / grid - a.x;
      const shareB = (x * (c.y - a.y) - y * (c.x - a.x)) / area;
      const shareC = ((b.x - a.x) * y - (b.y - a.y) * x) / area;
      if (shareB < -1e-5 || shareC < -1e-5 || shareB + shareC > 1.00001) continue;
      const z = a.z + (b.z - a.z) * shareB + (c.z - a.z) * shareC;
      const i = sampleY * width + sampleX;
      if (z >= (depth[i] ?? 0)) continue;
      depth[i] = z;
      seen[i] = index;
    }
  }
}

function resolve(samples: Samples, shapes: readonly Triangle[], frame: Frame, view: View): void {
  const { left, top, width, height, grid, depth, seen } = samples;
  for (let y = 0; y < height; y += grid) {
    for (let x = 0; x < width; x += grid) {
      const pixel = (top + y / grid) * view.width + left + x / grid;
      const limit = (frame.depth[pixel] ?? 0) + 0.12;
      let hits = 0;
      let nearest = limit;
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let sub = 0; sub < grid * grid; sub++) {
        const sampleX = x + (sub & 1);
        const sampleY = y + (sub >> 1);
        const i = sampleY * width + sampleX;
        const shape = shapes[seen[i] ?? 0];
        const z = depth[i] ?? 0;
        if (z >= limit || !shape) continue;
        const colour = paintSample(shape, left + (sampleX + 0.5) / grid, top + (sampleY + 0.5) / grid);
        hits++;
        nearest = Math.min(nearest, z);
        red += colour[0];
        green += colour[1];
        blue += colour[2];
      }
      if (hits === 0) continue;
      const share = hits / (grid * grid);
      blendPixel(frame.surface.data, pixel, [red / hits, green / hits, blue / hits], share);
      if (share < 0.5) continue;
      frame.depth[pixel] = nearest;
      frame.sun[pixel] = 70;
    }
  }
}

const finePixels = 260_000;

/** Draws hard patches into a frame with hidden surfaces removed and, unless they are large, smooth edges. */
export function drawPatches(frame: Frame, view: View, patches: readonly Patch[], placement: Placement): void {
  const extent = patchExtent(view, patches, placement);
  const left = clamp(Math.floor(extent.left) - 1, 0, view.width);
  const top = clamp(Math.floor(extent.top) - 1, 0, view.height);
  const width = clamp(Math.ceil(extent.right) + 1, 0, view.width) - left;
  const height = clamp(Math.ceil(extent.bottom) + 1, 0, view.height) - top;
  if (width < 1 || height < 1) return;
  const grid = width * height > finePixels ? 1 : 2;
  const count = width * height * grid * grid;
  const samples: Samples = {
    ...{ left, top, width: width * grid, height: height * grid, grid },
    depth: new Float32Array(count).fill(Number.POSITIVE_INFINITY),
    seen: new Int16Array(count),
  };
  const shapes = triangles(view, patches, placement);
  shapes.forEach((shape, index) => cover(samples, shape, index));
  resolve(samples, shapes, frame, view);
}
