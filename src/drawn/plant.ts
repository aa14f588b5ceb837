import { drawContactShadow } from './contactShadow.ts';
import type { Frame } from './frame.ts';
import { hazed } from './haze.ts';
import { layeredNoise } from './noise.ts';
import { blendPixel, coverPolygon, mixColour, scaleColour } from './raster.ts';
import type { Colour, Point } from './raster.ts';
import { createRandom } from '../core/statistics/randomSource.ts';
import { clamp, cosine, mix, sine, smoothStep } from './stableMath.ts';
import { project } from './view.ts';
import type { View } from './view.ts';

/** A place on the ground and a size, all in metres. */
export interface Rooted {
  x: number;
  z: number;
  size: number;
}

function put(
  frame: Frame,
  x: number,
  y: number,
  colour: Colour,
  coverage: number,
  z: number,
  sun: number,
): void {
  const i = y * frame.surface.width + x;
  blendPixel(frame.surface.data, i, colour, coverage);
  if (coverage < 0.4) return;
  frame.depth[i] = z;
  frame.sun[i] = sun;
}

/** A shrub, or a spray of leaves `above` the ground: leaves in clumps, lit from above. `size` is its height in metres. */
export function drawBush(frame: Frame, view: View, { x, z, size }: Rooted, seed: number, above = 0): void {
  const random = createRandom(seed);
  const { width, height } = frame.surface;
  const base = mixColour([58, 78, 42], [98, 108, 60], random.next());
  const leaves = Math.round(mix(360, 150, clamp(z / 24, 0, 1)) * size);
  if (above === 0) drawContactShadow(frame, view, x, z, size * 0.6, 0.4);
  const clumps = Array.from(
    { length: 5 },
    () => [random.between(-0.5, 0.5), random.between(0.25, 0.8)] as const,
  );
  for (let leaf = 0; leaf < leaves; leaf++) {
    const [clumpX, clumpY] = random.pick([clumps[0] ?? [0, 0.5], ...clumps.slice(1)]);
    const angle = random.between(0, 6.283);
    const out = 0.34 * Math.sqrt(random.next()) * size;
    const leafX = x + clumpX * size + cosine(angle) * out;
    const leafY = Math.max(0.02, clumpY * size + sine(angle) * out * 0.8);
    const at = project(view, leafX, leafY + above, z);
    const long = random.between(0.03, 0.065) * at.scale + 0.5;
    const turn = random.between(0, 6.283);
    const [alongX, alongY] = [cosine(turn) * long, sine(turn) * long * 0.7];
    const light = (0.45 + 0.5 * clamp(leafY / size, 0, 1) + 0.25 * sine(angle)) * random.between(0.65, 1.25);
    const colour = hazed(scaleColour(base, light), z);
    const points: Point[] = [
      [at.x - alongX, at.y - alongY],
      [at.x - alongY * 0.45, at.y + alongX * 0.45],
      [at.x + alongX, at.y + alongY],
      [at.x + alongY * 0.45, at.y - alongX * 0.45],
    ];
    const sun = 40 + 190 * smoothStep(0.35, 1, leafY / size) * random.next();
    coverPolygon(width, height, points, (px, py, coverage) => put(frame, px, py, colour, coverage, z, sun));
  }
}

/** A tuft of grass; `size` is the length of its blades in metres. */
export function drawTuft(frame: Frame, view: View, { x, z, size }: Rooted, seed: number): void {
  const random = createRandom(seed);
  const { width, height } = frame.surface;
  const base = random.chance(0.25)
    ? mixColour([150, 136, 88], [176, 160, 112], random.next())
    : mixColour([76, 94, 48], [116, 126, 72], random.next());
  const blades = z > 9 ? 5 : 9;
  const sun = 255 * smoothStep(0.5, 0.63, layeredNoise(x * 0.42 + 31, z * 0.33 + 7, 3));
  for (let blade = 0; blade < blades; blade++) {
    const root = project(view, x + random.between(-0.07, 0.07), 0, z);
    const long = size * random.between(0.5, 1.15) * root.scale;
    const sway = random.between(-0.75, 0.75) * long;
    const half = Math.max(0.35, 0.0045 * root.scale * random.between(0.6, 1.3));
    const points: Point[] = [
      [root.x - half, root.y],
      [root.x - half * 0.8 + sway * 0.3, root.y - long * 0.6],
      [root.x + sway, root.y - long],
      [root.x + half * 0.8 + sway * 0.3, root.y - long * 0.6],
      [root.x + half, root.y],
    ];
    const colour = hazed(scaleColour(base, random.between(0.65, 1.2)), z);
    const opacity = clamp(0.004 * root.scale, 0.45, 1);
    coverPolygon(width, height, points, (px, py, coverage) => {
      const shade = 0.55 + 0.5 * clamp((root.y - py) / long, 0, 1);
      put(frame, px, py, scaleColour(colour, shade), coverage * opacity, z, sun);
    });
  }
}

/** A dead leaf or a twig lying on the ground; `size` is its length in metres. */
export function drawLitter(frame: Frame, view: View, { x, z, size }: Rooted, seed: number): void {
  const random = createRandom(seed);
  const { width, height } = frame.surface;
  const at = project(view, x, 0, z);
  const flat = view.lensHeight / z;
  const turn = random.between(0, 3.1416);
  const half = (size * at.scale) / 2;
  const slim = random.chance(0.25) ? 0.12 : 0.5;
  const [alongX, alongY] = [cosine(turn) * half, sine(turn) * half * flat];
  const [acrossX, acrossY] = [-sine(turn) * half * slim, cosine(turn) * half * slim * flat];
  const base = mixColour([84, 64, 44], [188, 158, 112], random.next());
  const colour = hazed(scaleColour(base, random.between(0.6, 1.1)), z);
  const points: Point[] = [
    [at.x - alongX, at.y - alongY],
    [at.x + acrossX, at.y + acrossY],
    [at.x + alongX, at.y + alongY],
    [at.x - acrossX, at.y - acrossY],
  ];
  coverPolygon(width, height, points, (px, py, coverage) => {
    blendPixel(frame.surface.data, py * width + px, colour, coverage * 0.85);
  });
}
