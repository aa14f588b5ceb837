import { placePoint } from './figure.ts';
import type { Extent, Placement } from './figure.ts';
import type { Frame } from './frame.ts';
import { blendPixel } from './raster.ts';
import type { Colour } from './raster.ts';
import { clamp, cosine, length3, sine } from './stableMath.ts';
import { project } from './view.ts';
import type { View } from './view.ts';

/** Forward, up, sideways, in metres. */
export type Vertex = readonly [number, number, number];

/** Colours a surface by its own place (metres); null leaves a hole. `light` 0-1, `up` is the normal's upward part. */
export type Paint = (x: number, y: number, z: number, light: number, up: number) => Colour;

/** A patch of a hard body: a grid of vertices, row by row. */
export interface Patch {
  rows: Vertex[][];
  paint: Paint;
}

interface Corner {
  x: number;
  y: number;
  z: number;
  model: Vertex;
}

interface Triangle {
  corners: readonly [Corner, Corner, Corner];
  /** Twice the area in pixels, signed. */
  area: number;
  light: number;
  up: number;
  paint: Paint;
}

function placeCorner(view: View, model: Vertex, placement: Placement): Corner {
  const world = placePoint(model, placement);
  const { x, y } = project(view, world.x, world.y, world.z);
  return { x, y, z: world.z, model };
}

/** The smallest rectangle in the picture around placed patches; may reach beyond the picture. */
export function patchExtent(view: View, patches: readonly Patch[], placement: Placement): Extent {
  const extent = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const vertex of patches.flatMap(({ rows }) => rows.flat())) {
    const { x, y } = placeCorner(view, vertex, placement);
    extent.left = Math.min(extent.left, x);
    extent.top = Math.min(extent.top, y);
    extent.right = Math.max(extent.right, x);
    extent.bottom = Math.max(extent.bottom, y);
  }
  return extent;
}

function triangle(corners: readonly [Corner, Corner, Corner], paint: Paint, yaw: number): Triangle {
  const [a, b, c] = corners;
  const [ax, ay, az] = [b.model[0] - a.model[0], b.model[1] - a.model[1], b.model[2] - a.model[2]];
  const [bx, by, bz] = [c.model[0] - a.model[0], c.model[1] - a.model[1], c.model[2] - a.model[2]];
  const normal = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx] as const;
  const inverse = 1 / Math.max(1e-9, length3(...normal));
  const up = normal[1] * inverse;
  const worldX = (normal[0] * cosine(yaw) - normal[2] * sine(yaw)) * inverse;
  const worldZ = (normal[0] * sine(yaw) + normal[2] * cosine(yaw)) * inverse;
  const light = 0.42 + 0.3 * up + 0.3 * Math.max(0, -0.4 * worldX + 0.5 * up - 0.7 * worldZ);
  const area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  return { corners, area, light: clamp(light, 0.08, 1), up, paint };
}

function triangles(view: View, patches: readonly Patch[], placement: Placement): Triangle[] {
  return patches.flatMap(({ rows, paint }) => {
    const corners = rows.map((row) => row.map((model) => placeCorner(view, model, placement)));
    return corners.slice(1).flatMap((row, index) =>
      row.slice(1).flatMap((c, column) => {
        const [a, b, d] = [corners[index]?.[column], corners[index]?.[column + 1], row[column]];
        if (!a || !b || !d) return [];
        return [triangle([a, b, c], paint, placement.yaw), triangle([a, c, d], paint, placement.yaw)];
      }),
    );
  });
}

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

function paintSample(shape: Triangle, x: number, y: number): Colour {
  const { corners, area, light, up, paint } = shape;
  const [a, b, c] = corners;
  const shareB = ((x - a.x) * (c.y - a.y) - (y - a.y) * (c.x - a.x)) / area;
  const shareC = ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / area;
  const shareA = 1 - shareB - shareC;
  return paint(
    a.model[0] * shareA + b.model[0] * shareB + c.model[0] * shareC,
    a.model[1] * shareA + b.model[1] * shareB + c.model[1] * shareC,
    a.model[2] * shareA + b.model[2] * shareB + c.model[2] * shareC,
    light,
    up,
  );
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

const finePixels = 120_000;

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
