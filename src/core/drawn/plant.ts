import { drawContactShadow } from './contactShadow.ts';
import type { Frame } from './frame.ts';
import { layeredNoise, valueNoise } from './noise.ts';
import { blendPixel, coverPolygon, mixColour, scaleColour } from './raster.ts';
import type { Colour, Point } from './raster.ts';
import { createRandom } from './randomSource.ts';
import { clamp, cosine, mix, sine, smoothStep } from './stableMath.ts';
import { project } from './view.ts';
import type { View } from './view.ts';

/** A place on the ground and a size, all in metres. */
export interface Rooted {
  x: number;
  z: number;
  size: number;
}

const haze: Colour = [160, 172, 160];

function hazed(colour: Colour, z: number): Colour {
  return mixColour(colour, haze, (z / (z + 60)) * 0.8);
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

/** A trunk from the ground to the top of the picture; radius in metres, lean in metres a metre. */
export function drawTrunk(
  frame: Frame,
  view: View,
  trunk: { x: number; z: number; radius: number; lean: number },
  seed: number,
): void {
  const { x, z, radius, lean } = trunk;
  const { width, height, data } = frame.surface;
  const random = createRandom(seed);
  const foot = project(view, x, 0, z);
  const bark = mixColour([92, 78, 66], [124, 112, 98], random.next());
  const shift = seed % 211;
  drawContactShadow(frame, view, x, z, radius * 2.6);
  for (let y = Math.min(height - 1, Math.floor(foot.y)); y >= 0; y--) {
    const up = (foot.y - y) / foot.scale;
    const flare = 1 + 0.55 / (1 + up * up * 60) - up * 0.035;
    const bend = (valueNoise(up * 0.5 + shift, 3) - 0.5) * 0.16 * Math.min(1, up);
    const centre = foot.x + (lean * up + bend) * foot.scale;
    const half = radius * flare * foot.scale * (0.95 + 0.1 * valueNoise(up * 9, shift));
    for (let pixelX = Math.floor(centre - half); pixelX <= Math.ceil(centre + half); pixelX++) {
      if (pixelX < 0 || pixelX >= width) continue;
      const across = (pixelX + 0.5 - centre) / half;
      const coverage = clamp((1 - Math.abs(across)) * half + 0.5, 0, 1);
      if (coverage === 0) continue;
      const round = Math.sqrt(Math.max(0.03, 1 - across * across));
      const around = across / (0.45 + 0.55 * round);
      const fissure = layeredNoise(around * radius * 42 + shift, up * 6.5 + shift, 3);
      const plate = valueNoise(around * radius * 20 + 50, up * 11 + shift);
      const light = (0.34 + 0.62 * round + across * 0.1) * (0.5 + 0.95 * fissure) * (0.86 + 0.28 * plate);
      const mossy =
        smoothStep(0.55, 0.75, valueNoise(around * 2 + shift, up * 1.7)) * smoothStep(2.4, 0.2, up);
      const colour = hazed(scaleColour(mixColour(bark, [96, 108, 58], mossy * 0.65), light), z);
      const i = y * width + pixelX;
      blendPixel(data, i, colour, coverage);
      if (coverage < 0.5) continue;
      frame.depth[i] = z - radius * round;
      frame.sun[i] = 190 * smoothStep(0.5, 0.66, layeredNoise(up * 0.9 + shift, across * 0.4 + 8, 2));
    }
  }
}

/** A shrub: some hundred leaves in clumps, lit from above. `size` is its height in metres. */
export function drawBush(frame: Frame, view: View, { x, z, size }: Rooted, seed: number): void {
  const random = createRandom(seed);
  const { width, height } = frame.surface;
  const base = mixColour([62, 88, 40], [104, 118, 58], random.next());
  const leaves = Math.round(mix(320, 120, clamp(z / 24, 0, 1)) * size);
  drawContactShadow(frame, view, x, z, size * 0.6, 0.4);
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
    const at = project(view, leafX, leafY, z);
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
    : mixColour([78, 104, 44], [122, 140, 70], random.next());
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
