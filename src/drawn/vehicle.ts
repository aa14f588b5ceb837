import { drawContactShadow } from './contactShadow.ts';
import { placePoint } from './figure.ts';
import type { Placement } from './figure.ts';
import type { Frame } from './frame.ts';
import { drawPatches } from './mesh.ts';
import type { Patch, Vertex } from './patch.ts';
import type { Colour } from './raster.ts';
import { cosine, pi, sine, smoothStep } from './stableMath.ts';
import { paintSide, paintTop, paintWheel, wheelPlaces, wheelRadius } from './vehiclePaint.ts';
import type { View } from './view.ts';

/** Top outline of an estate-like car from tail to nose: metres forward, metres up. */
const outline: (readonly [number, number])[] = [
  [-2.16, 0.42],
  [-2.2, 0.62],
  [-2.18, 0.8],
  [-2.14, 0.98],
  [-2.08, 1.06],
  [-1.98, 1.28],
  [-1.86, 1.5],
  [-1.7, 1.62],
  [-1.4, 1.68],
  [-0.9, 1.71],
  [-0.3, 1.71],
  [0.1, 1.67],
  [0.32, 1.58],
  [0.6, 1.38],
  [0.86, 1.18],
  [1.06, 1.06],
  [1.4, 1.02],
  [1.75, 0.96],
  [2, 0.88],
  [2.12, 0.78],
  [2.17, 0.62],
  [2.15, 0.42],
];

const sill = 0.34;
const belt = 1.02;

/** Half the car's width at a height and a place along it. */
function halfWidth(along: number, up: number): number {
  const bulge = 0.9 - 0.05 * (1 - smoothStep(sill, 0.66, up)) - 0.02 * smoothStep(0.75, belt, up);
  const cabin = 0.19 * smoothStep(belt - 0.02, 1.75, up);
  const nose = 0.13 * smoothStep(1.5, 2.2, along) + 0.07 * smoothStep(-1.7, -2.2, along);
  return bulge - cabin - nose;
}

function stations(): (readonly [number, number])[] {
  const list: (readonly [number, number])[] = [];
  outline.forEach(([x, y], index) => {
    const [nextX, nextY] = outline[index + 1] ?? [x, y];
    const parts = index + 1 < outline.length ? 2 : 1;
    for (let part = 0; part < parts; part++)
      list.push([x + ((nextX - x) * part) / parts, y + ((nextY - y) * part) / parts]);
  });
  return list;
}

function sidePatch(side: 1 | -1, body: Colour): Patch {
  const levels = 12;
  const rows = Array.from({ length: levels + 1 }, (_, level) =>
    stations().map(([x, top]): Vertex => {
      const y = sill + ((Math.max(top, sill + 0.02) - sill) * level) / levels;
      return [x, y, side * halfWidth(x, y)];
    }),
  );
  return { rows: side === 1 ? rows.reverse() : rows, paint: paintSide(body) };
}

function topPatch(body: Colour): Patch {
  const columns = 8;
  const rows = stations().map(([x, y]) =>
    Array.from({ length: columns + 1 }, (_, column): Vertex => {
      const across = (column / columns) * 2 - 1;
      const crown = y > 0.9 ? 0.03 * (1 - across * across) : 0;
      const round = x > 1.9 || x < -2 ? 0.09 * (1 - across * across) * (x > 0 ? 1 : -0.6) : 0;
      return [x + round, y + crown, across * halfWidth(x, y)];
    }),
  );
  return { rows, paint: paintTop(body) };
}

function wheelPatches([x, side]: readonly [number, number]): Patch[] {
  const around = 28;
  const ring = (radius: number, z: number): Vertex[] =>
    Array.from({ length: around + 1 }, (_, step): Vertex => {
      const angle = (step / around) * 2 * pi;
      return [x + cosine(angle) * radius, wheelRadius + sine(angle) * radius, z];
    });
  const outer = side * 0.925;
  const face = [
    ring(0.001, outer - side * 0.03),
    ring(wheelRadius * 0.66, outer - side * 0.015),
    ring(wheelRadius, outer),
  ];
  const tread = [ring(wheelRadius, outer), ring(wheelRadius, outer - side * 0.22)];
  return [
    { rows: face, paint: paintWheel(x) },
    { rows: tread, paint: (_x, _y, _z, light) => [24 + 20 * light, 24 + 20 * light, 24 + 19 * light] },
  ];
}

/** The patches of a car of one colour. */
export function vehiclePatches(body: Colour): Patch[] {
  const floor: Patch = {
    rows: [
      [
        [-2.05, sill + 0.03, -0.78],
        [2.05, sill + 0.03, -0.78],
      ],
      [
        [-2.05, sill + 0.03, 0.78],
        [2.05, sill + 0.03, 0.78],
      ],
    ],
    paint: () => [10, 10, 10],
  };
  return [
    sidePatch(1, body),
    sidePatch(-1, body),
    topPatch(body),
    floor,
    ...wheelPlaces.flatMap(wheelPatches),
  ];
}

/** Draws a car with its shadow on the ground. */
export function drawVehicle(frame: Frame, view: View, patches: readonly Patch[], placement: Placement): void {
  for (const forward of [-1.5, -0.5, 0.5, 1.5]) {
    const spot = placePoint([forward, 0, 0], placement);
    drawContactShadow(frame, view, spot.x, spot.z, 0.95, 0.6);
  }
  for (const [x, side] of wheelPlaces) {
    const spot = placePoint([x, 0, side * 0.78], placement);
    drawContactShadow(frame, view, spot.x, spot.z, 0.3, 0.7);
  }
  drawPatches(frame, view, patches, placement);
}
