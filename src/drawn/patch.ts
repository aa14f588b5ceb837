import { placePoint } from './figure.ts';
import type { Extent, Placement } from './figure.ts';
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

/** A vertex in pixels and metres of distance. */
interface Corner {
  x: number;
  y: number;
  z: number;
  model: Vertex;
}

/** A flat piece of a patch as the camera sees it. */
export interface Triangle {
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

/** The flat pieces of placed patches. */
export function triangles(view: View, patches: readonly Patch[], placement: Placement): Triangle[] {
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

/** The colour of a piece where a pixel sees it. */
export function paintSample(shape: Triangle, x: number, y: number): Colour {
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
