import type { BoundingBox } from '../prediction/box.ts';
import type { Size } from '../../files/pixels.ts';

/**
 * Where the upright photo lies in a model's input, in input pixels; what it does not cover is padding. It may reach
 * beyond the input, where the photo is cropped, and is fractional where only a part of the photo is resized.
 */
export interface Placement extends Size {
  left: number;
  top: number;
}

/** How a side that comes out fractional becomes whole: halves to the even neighbour, or always down. */
export type SideRounding = 'nearest' | 'down';

/** How a manifest asks for a photo to be brought to the input's size. */
export type ResizeRule =
  | {
      mode: 'letterbox';
      align: 'center' | 'corner';
      /** `nearest` unless given. */
      rounding?: SideRounding;
      /** Pads only to a multiple of this, so that the input's size depends on the photo's shape. */
      multipleOf?: number;
    }
  | { mode: 'stretch' }
  | {
      mode: 'center-crop';
      /** What the photo's shorter side becomes before the middle is cut out; just enough to cover, unless given. */
      shorterSide?: number;
    };

/** Halves go to the even neighbour, as in Python, where models are trained. */
export function roundHalfToEven(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

/** The largest size of the photo's own shape that fits, enlarging if need be. At least 1 pixel on each side. */
export function fitWithin(photo: Size, room: Size, rounding: SideRounding = 'nearest'): Size {
  const scale = Math.min(room.width / photo.width, room.height / photo.height);
  const round = rounding === 'down' ? Math.floor : roundHalfToEven;
  return {
    width: Math.min(room.width, Math.max(1, round(photo.width * scale))),
    height: Math.min(room.height, Math.max(1, round(photo.height * scale))),
  };
}

/** Shorter side as asked, longer side rounded down, as torchvision's `Resize`; never less than the input. */
function coveringSize(photo: Size, input: Size, shorterSide: number | undefined): Size {
  const scale = shorterSide
    ? shorterSide / Math.min(photo.width, photo.height)
    : Math.max(input.width / photo.width, input.height / photo.height);
  // A product that is whole but for the last bit must not lose a pixel to rounding down.
  const side = (length: number): number => Math.floor(length * scale + 1e-9);
  return {
    width: Math.max(input.width, side(photo.width)),
    height: Math.max(input.height, side(photo.height)),
  };
}

/**
 * The size of the model's input for a photo, which differs from the manifest's only where padding stops at a multiple.
 *
 * @param photo the upright size of what is resized
 */
export function inputSizeFor(photo: Size, { width, height }: Size, rule: ResizeRule): Size {
  if (rule.mode !== 'letterbox' || rule.multipleOf === undefined) return { width, height };
  const multiple = rule.multipleOf;
  const fitted = fitWithin(photo, { width, height }, rule.rounding);
  return {
    width: Math.ceil(fitted.width / multiple) * multiple,
    height: Math.ceil(fitted.height / multiple) * multiple,
  };
}

/** Where the photo goes in the input, in whole pixels. @param photo its upright size @param input the input's size by the manifest */
export function placePhoto(photo: Size, input: Size, rule: ResizeRule): Placement {
  if (rule.mode === 'stretch') return { left: 0, top: 0, width: input.width, height: input.height };
  if (rule.mode === 'center-crop') {
    const { width, height } = coveringSize(photo, input, rule.shorterSide);
    // Taken from 0, because the negative of 0 is another number to a strict comparison.
    return {
      left: 0 - roundHalfToEven((width - input.width) / 2),
      top: 0 - roundHalfToEven((height - input.height) / 2),
      width,
      height,
    };
  }
  const { width, height } = fitWithin(photo, input, rule.rounding);
  if (rule.align === 'corner') return { left: 0, top: 0, width, height };
  const room = inputSizeFor(photo, input, rule);
  return {
    left: Math.floor((room.width - width) / 2),
    top: Math.floor((room.height - height) / 2),
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
