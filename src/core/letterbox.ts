import type { BoundingBox } from './box.ts';
import type { Size } from './pixels.ts';

/** Where the upright photo lies in a model's input, in input pixels; what it does not cover is padding. */
export interface Placement extends Size {
  left: number;
  top: number;
}

/** How a manifest asks for a photo to be brought to the input's size. */
export type ResizeRule = { mode: 'letterbox'; align: 'center' | 'corner' } | { mode: 'stretch' };

/** Halves go to the even neighbour, as in Python, where models are trained. */
function roundHalfToEven(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

/** The largest size of the photo's own shape that fits, enlarging if need be. At least 1 pixel on each side. */
export function fitWithin(photo: Size, room: Size): Size {
  const scale = Math.min(room.width / photo.width, room.height / photo.height);
  return {
    width: Math.max(1, roundHalfToEven(photo.width * scale)),
    height: Math.max(1, roundHalfToEven(photo.height * scale)),
  };
}

/** Where the photo goes in the input. @param photo its full upright size @param input the model's input size */
export function placePhoto(photo: Size, input: Size, rule: ResizeRule): Placement {
  if (rule.mode === 'stretch') return { left: 0, top: 0, width: input.width, height: input.height };
  const { width, height } = fitWithin(photo, input);
  if (rule.align === 'corner') return { left: 0, top: 0, width, height };
  return {
    left: Math.floor((input.width - width) / 2),
    top: Math.floor((input.height - height) / 2),
    width,
    height,
  };
}

/** A box in input pixels as 0-1 of the upright photo; parts in the padding fall outside 0-1. */
export function boxInPhoto(box: BoundingBox, placement: Placement): BoundingBox {
  return {
    x: (box.x - placement.left) / placement.width,
    y: (box.y - placement.top) / placement.height,
    width: box.width / placement.width,
    height: box.height / placement.height,
  };
}
