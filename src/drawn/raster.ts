import { clamp, smoothStep } from './stableMath.ts';

/** Red, green, blue, 0-255 each. */
export type Colour = readonly [number, number, number];

/** An upright RGB picture, three bytes a pixel, row by row. */
export interface Surface {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** A point in pixels. */
export type Point = readonly [number, number];

/** Called for every touched pixel with how much of it is covered, 0-1. */
export type Visit = (x: number, y: number, coverage: number) => void;

export function createSurface(width: number, height: number): Surface {
  return { width, height, data: new Uint8ClampedArray(width * height * 3) };
}

/** Mixes a colour into pixel `index` (not byte); `opacity` 0-1. */
export function blendPixel(data: Uint8ClampedArray, index: number, colour: Colour, opacity: number): void {
  const i = index * 3;
  for (let channel = 0; channel < 3; channel++) {
    const before = data[i + channel] ?? 0;
    data[i + channel] = before + ((colour[channel] ?? 0) - before) * opacity;
  }
}

export function scaleColour(colour: Colour, factor: number): Colour {
  return [colour[0] * factor, colour[1] * factor, colour[2] * factor];
}

export function mixColour(from: Colour, to: Colour, share: number): Colour {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

const subRows = 4;
let rowCoverage = new Float32Array(4096);

function addSpan(row: Float32Array, from: number, to: number, width: number): void {
  const left = clamp(from, 0, width);
  const right = clamp(to, 0, width);
  if (right <= left) return;
  const first = Math.floor(left);
  const last = Math.min(Math.floor(right), width - 1);
  const weight = 1 / subRows;
  if (first === last) {
    row[first] = (row[first] ?? 0) + (right - left) * weight;
    return;
  }
  row[first] = (row[first] ?? 0) + (first + 1 - left) * weight;
  for (let x = first + 1; x < last; x++) row[x] = (row[x] ?? 0) + weight;
  row[last] = (row[last] ?? 0) + (right - last) * weight;
}

/** Visits the pixels of a polygon (even-odd, any number of points) inside `width` x `height`, with soft edges. */
export function coverPolygon(width: number, height: number, points: readonly Point[], visit: Visit): void {
  if (rowCoverage.length < width) rowCoverage = new Float32Array(width);
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const firstX = Math.max(0, Math.floor(left));
  const lastX = Math.min(width - 1, Math.floor(right));
  if (lastX < firstX) return;
  const crossings: number[] = [];
  for (let y = Math.max(0, Math.floor(top)); y <= Math.min(height - 1, Math.floor(bottom)); y++) {
    rowCoverage.fill(0, firstX, lastX + 1);
    for (let sub = 0; sub < subRows; sub++) {
      const level = y + (sub + 0.5) / subRows;
      crossings.length = 0;
      let [beforeX, beforeY] = points[points.length - 1] ?? [0, 0];
      for (const [x, pointY] of points) {
        if (beforeY <= level !== pointY <= level) {
          crossings.push(beforeX + ((level - beforeY) / (pointY - beforeY)) * (x - beforeX));
        }
        beforeX = x;
        beforeY = pointY;
      }
      if (crossings.length > 2) crossings.sort((a, b) => a - b);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const a = crossings[i] ?? 0;
        const b = crossings[i + 1] ?? 0;
        addSpan(rowCoverage, Math.min(a, b), Math.max(a, b), width);
      }
    }
    for (let x = firstX; x <= lastX; x++) {
      const coverage = rowCoverage[x] ?? 0;
      if (coverage > 0.004) visit(x, y, Math.min(1, coverage));
    }
  }
}

/** Visits an upright ellipse; `softness` is the share of its radius over which the edge fades (0.02 is crisp). */
export function coverEllipse(
  width: number,
  height: number,
  [centreX, centreY]: Point,
  [radiusX, radiusY]: Point,
  softness: number,
  visit: Visit,
): void {
  const reach = 1 + softness;
  const top = Math.max(0, Math.floor(centreY - radiusY * reach));
  const bottom = Math.min(height - 1, Math.ceil(centreY + radiusY * reach));
  const left = Math.max(0, Math.floor(centreX - radiusX * reach));
  const right = Math.min(width - 1, Math.ceil(centreX + radiusX * reach));
  for (let y = top; y <= bottom; y++) {
    const alongY = (y + 0.5 - centreY) / radiusY;
    for (let x = left; x <= right; x++) {
      const alongX = (x + 0.5 - centreX) / radiusX;
      const distance = Math.sqrt(alongX * alongX + alongY * alongY);
      const coverage = smoothStep(reach, 1 - softness, distance);
      if (coverage > 0.004) visit(x, y, coverage);
    }
  }
}
