import type { BoundingBox } from '../../models/prediction/box.ts';

/** Upright pixels, four bytes each: red, green, blue and one that is ignored. */
export interface RgbaPicture {
  width: number;
  height: number;
  data: ArrayLike<number>;
}

/** What a picture looks like in 148 numbers; two that look alike are near each other by `unlikeness`. */
export type PictureDescriptor = Float32Array<ArrayBuffer>;

const lumaCells = 8;
const colourCells = 4;
const subjectCells = 4;
const directions = 8;
/** Four cells of directions around the subject. */
const directionCells = 2;

/** How much each part counts, so that a subject weighs as much as the scene behind it. */
const weights = { luma: 1, colour: 2, subject: 1.5, direction: 1.2, place: 1 };

interface Planes {
  width: number;
  height: number;
  luma: Float32Array;
  blue: Float32Array;
  red: Float32Array;
}

/** Luma and colour differences by ITU-R BT.601, 0-1 and -0.5 to 0.5. */
function planesOf({ width, height, data }: RgbaPicture): Planes {
  const size = width * height;
  const planes = {
    width,
    height,
    luma: new Float32Array(size),
    blue: new Float32Array(size),
    red: new Float32Array(size),
  };
  for (let index = 0; index < size; index += 1) {
    const red = (data[index * 4] ?? 0) / 255;
    const green = (data[index * 4 + 1] ?? 0) / 255;
    const blue = (data[index * 4 + 2] ?? 0) / 255;
    const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
    planes.luma[index] = luma;
    planes.blue[index] = (blue - luma) * 0.564;
    planes.red[index] = (red - luma) * 0.713;
  }
  return planes;
}

/** Pixels a box covers, at least one, within the picture. */
function pixelsOf(
  { x, y, width, height }: BoundingBox,
  planes: Planes,
): { x0: number; y0: number; x1: number; y1: number } {
  const x0 = Math.min(planes.width - 1, Math.max(0, Math.floor(x * planes.width)));
  const y0 = Math.min(planes.height - 1, Math.max(0, Math.floor(y * planes.height)));
  return {
    x0,
    y0,
    x1: Math.max(x0 + 1, Math.min(planes.width, Math.ceil((x + width) * planes.width))),
    y1: Math.max(y0 + 1, Math.min(planes.height, Math.ceil((y + height) * planes.height))),
  };
}

/** The mean of a plane in each cell of a box, row by row. */
function cellMeans(plane: Float32Array, planes: Planes, box: BoundingBox, cells: number): number[] {
  return Array.from({ length: cells * cells }, (_, cell) => {
    const [column, row] = [cell % cells, Math.floor(cell / cells)];
    const { x0, y0, x1, y1 } = pixelsOf(
      {
        x: box.x + (box.width * column) / cells,
        y: box.y + (box.height * row) / cells,
        width: box.width / cells,
        height: box.height / cells,
      },
      planes,
    );
    let sum = 0;
    for (let y = y0; y < y1; y += 1) for (let x = x0; x < x1; x += 1) sum += plane[y * planes.width + x] ?? 0;
    return sum / ((x1 - x0) * (y1 - y0));
  });
}

/** Shares of the edges in a box by their direction, in four cells: its outline, whatever the light. */
function edgeDirections(planes: Planes, box: BoundingBox): number[] {
  const bins = new Float64Array(directionCells * directionCells * directions);
  const { x0, y0, x1, y1 } = pixelsOf(box, planes);
  const { width, height, luma } = planes;
  let total = 1e-6;
  for (let y = Math.max(1, y0); y < Math.min(height - 1, y1); y += 1) {
    for (let x = Math.max(1, x0); x < Math.min(width - 1, x1); x += 1) {
      const at = y * width + x;
      const across = (luma[at + 1] ?? 0) - (luma[at - 1] ?? 0);
      const down = (luma[at + width] ?? 0) - (luma[at - width] ?? 0);
      const strength = Math.hypot(across, down);
      // Half a turn: an edge from dark to light is the same edge from light to dark.
      const turn = (Math.atan2(down, across) / Math.PI + 1) % 1;
      const cell =
        Math.floor(((y - y0) / (y1 - y0)) * directionCells) * directionCells +
        Math.floor(((x - x0) / (x1 - x0)) * directionCells);
      const bin = cell * directions + Math.min(directions - 1, Math.floor(turn * directions));
      bins[bin] = (bins[bin] ?? 0) + strength;
      total += strength;
    }
  }
  return Array.from(bins, (strength) => strength / total);
}

const wholePicture: BoundingBox = { x: 0, y: 0, width: 1, height: 1 };

/** Scales a part so that its length does not depend on how many numbers it has. */
function weighed(values: readonly number[], weight: number): number[] {
  return values.map((value) => (value * weight) / Math.sqrt(values.length));
}

/**
 * Describes a picture: the light and colour of the scene, and around the best box the light, the directions of edges and
 * the place. It is made for thumbnails; a few dozen pixels a side are enough.
 *
 * @param box of the subject, 0-1 of the picture; null takes the whole
 */
export function describePicture(picture: RgbaPicture, box: BoundingBox | null): PictureDescriptor {
  const planes = planesOf(picture);
  const subject = box ?? wholePicture;
  const { x, y, width, height } = subject;
  return Float32Array.from([
    ...weighed(cellMeans(planes.luma, planes, wholePicture, lumaCells), weights.luma),
    ...weighed(cellMeans(planes.blue, planes, wholePicture, colourCells), weights.colour),
    ...weighed(cellMeans(planes.red, planes, wholePicture, colourCells), weights.colour),
    ...weighed(cellMeans(planes.luma, planes, subject, subjectCells), weights.subject),
    ...edgeDirections(planes, subject).map((share) => share * weights.direction),
    ...weighed([x + width / 2, y + height / 2, width, height], weights.place),
  ]);
}

/** Numbers that are summed up before it is asked whether the sum says enough. */
const stride = 16;

/**
 * How far apart two descriptors are: 0 for the same picture, about 1 for very different ones.
 *
 * @param enough what is farther need not be measured: it is infinitely far
 */
export function unlikeness(one: PictureDescriptor, other: PictureDescriptor, enough = Infinity): number {
  const { length } = one;
  // A little more, so that rounding never makes two farther than they are.
  const most = enough * enough * (1 + 1e-9);
  let sum = 0;
  for (let from = 0; from < length; from += stride) {
    const to = Math.min(length, from + stride);
    for (let index = from; index < to; index += 1) {
      const difference = (one[index] as number) - (other[index] as number);
      sum += difference * difference;
    }
    if (sum > most) return Infinity;
  }
  return Math.sqrt(sum);
}
