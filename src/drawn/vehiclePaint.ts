import type { Paint } from './patch.ts';
import { layeredNoise, valueNoise } from './noise.ts';
import { mixColour, scaleColour } from './raster.ts';
import type { Colour } from './raster.ts';
import { cosine, pi, sine, smoothStep } from './stableMath.ts';

/** Metres forward and which side, of the four wheels. */
export const wheelPlaces: (readonly [number, 1 | -1])[] = [
  [-1.32, 1],
  [-1.32, -1],
  [1.34, 1],
  [1.34, -1],
];

export const wheelRadius = 0.345;

const dark: Colour = [30, 31, 33];
const mud: Colour = [122, 102, 78];

function glass(x: number, y: number, z: number, up: number): Colour {
  const trees = layeredNoise(x * 1.6 + z * 1.3 + 4, y * 3.2, 3);
  const sky = smoothStep(0.44, 0.62, trees + up * 0.22 + (y - 1.3) * 0.2);
  return mixColour([26, 32, 32], [150, 166, 172], sky * 0.62);
}

function lacquer(body: Colour, x: number, y: number, z: number, light: number, up: number): Colour {
  const mirrored = layeredNoise(x * 1.4 + z, y * 4 + 9, 2);
  const shine = smoothStep(0.45, 0.75, mirrored) * 0.14 + 0.3 * smoothStep(0.35, 0.95, up);
  const shade = 0.42 + 0.85 * light;
  const dirt = smoothStep(0.75, 0.34, y + (layeredNoise(x * 5, y * 5 + z, 2) - 0.5) * 0.4) * 0.6;
  return mixColour(
    mixColour(scaleColour(body, shade), [206, 216, 222], shine),
    scaleColour(mud, 0.5 + 0.6 * light),
    dirt,
  );
}

/** Where the side windows are: between belt and roof, less the pillars. */
function isSideWindow(x: number, y: number): boolean {
  const front = 0.82 - (y - 1.08) * 1.42;
  const back = -1.98 + (y - 1.08) * 0.62;
  if (y < 1.08 || y > 1.56 || x > front || x < back) return false;
  return Math.abs(x + 0.32) > 0.05 && Math.abs(x + 1.3) > 0.05;
}

/** Paint of the flanks: windows, doors, wheel arches, lamps that reach round the corner. */
export function paintSide(body: Colour): Paint {
  return (x, y, z, light, up) => {
    for (const [wheelX] of wheelPlaces) {
      const [offX, offY] = [x - wheelX, y - wheelRadius];
      const distance = Math.sqrt(offX * offX + offY * offY);
      if (distance < wheelRadius + 0.05) return [9, 9, 9];
      if (distance < wheelRadius + 0.1) return scaleColour(dark, 0.6 + light);
    }
    if (isSideWindow(x, y)) return glass(x, y, z, up);
    if (y > 1.06 && y < 1.58 && x > -2 && x < 0.86 && isSideWindow(x, y - 0.03)) return dark;
    if (y < 0.42) return scaleColour(dark, 0.7 + light * 0.6);
    if (x < -1.98 && y > 0.78 && y < 1.02) return [150, 34, 30];
    if (x > 1.86 && y > 0.68 && y < 0.84) return [206, 212, 214];
    const seams = [0.78, -0.32, -1.24];
    if (y > 0.46 && y < 1.05 && seams.some((seam) => Math.abs(x - seam) < 0.008))
      return scaleColour(body, 0.3);
    if (y > 0.88 && y < 0.92 && [-0.22, -1.14].some((handle) => x > handle && x < handle + 0.16)) return dark;
    const crease = 1 - 0.18 * smoothStep(0.035, 0, Math.abs(y - 0.8));
    return scaleColour(lacquer(body, x, y, z, light, up), crease);
  };
}

function paintNose(x: number, y: number, z: number, light: number, body: Colour): Colour {
  const side = Math.abs(z);
  if (y > 0.66 && y < 0.83 && side > 0.42 && side < 0.76) {
    const lamp = 0.7 + 0.4 * valueNoise(z * 30, y * 30);
    return side < 0.45 || y > 0.815 ? dark : [216 * lamp, 220 * lamp, 222 * lamp];
  }
  if (y > 0.62 && y < 0.78 && side < 0.4) return (y * 28) % 1 < 0.45 ? [66, 68, 72] : [16, 16, 17];
  if (y > 0.46 && y < 0.57 && side < 0.26) return [226, 226, 218];
  if (y < 0.58 && side < 0.62) return scaleColour(dark, 0.6 + light * 0.5);
  return lacquer(body, x, y, z, light * 0.9, 0);
}

function paintTail(x: number, y: number, z: number, light: number, body: Colour): Colour {
  const side = Math.abs(z);
  if (y > 0.74 && y < 1.02 && side > 0.58) return [168, 34, 30];
  if (y > 0.8 && y < 0.92 && side < 0.26) return [226, 222, 190];
  if (y < 0.6) return scaleColour(dark, 0.7 + light * 0.5);
  return lacquer(body, x, y, z, light * 0.9, 0);
}

/** Paint of bonnet, windscreen, roof, nose and tail. */
export function paintTop(body: Colour): Paint {
  return (x, y, z, light, up) => {
    const side = Math.abs(z);
    if (x > 1.9 && y < 0.86) return paintNose(x, y, z, light, body);
    if (x < -2.02 && y < 1.06) return paintTail(x, y, z, light, body);
    const wide = 0.86 - 0.24 * smoothStep(1.02, 1.75, y);
    const pillar = side > wide - 0.05;
    if (x > 0.3 && x < 1.04 && y > 1.08)
      return pillar ? lacquer(body, x, y, z, light, 0.3) : glass(x, y, z, 0.7);
    if (x > 1 && x < 1.12 && y > 1.03) return dark;
    if (x < -1.8 && y > 1.1 && y < 1.54)
      return pillar ? lacquer(body, x, y, z, light, 0.2) : glass(x, y, z, 0.35);
    return lacquer(body, x, y, z, light, up);
  };
}

const spokeDirections = [0, 1, 2, 3, 4].map((spoke) => {
  const angle = (spoke * 2 * pi) / 5 + 0.3;
  return [cosine(angle), sine(angle)] as const;
});

/** Paint of a wheel whose hub is `hub` metres forward: tyre, rim, five spokes. */
export function paintWheel(hub: number): Paint {
  return (x, y, _z, light) => {
    const [offX, offY] = [x - hub, y - wheelRadius];
    const distance = Math.sqrt(offX * offX + offY * offY);
    if (distance > wheelRadius * 0.68) {
      const tyre = 24 + 20 * light + 8 * valueNoise(x * 40, y * 40);
      return [tyre, tyre, tyre * 0.97];
    }
    if (distance < 0.05) return [120, 122, 124];
    // Five sectors without an arctangent: near one of five directions or not.
    const near = spokeDirections.some(([alongX, alongY]) => offX * alongX + offY * alongY > distance * 0.92);
    const rim = near || distance > wheelRadius * 0.6;
    const level = rim ? 130 + 70 * light : 34;
    return [level, level, level * 1.01];
  };
}
