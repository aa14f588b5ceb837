import type { Orientation } from '../../files/image/imageHeader.ts';
import type { BoundingBox } from '../prediction/box.ts';
import type { RgbaPixels, Size } from '../../files/pixels.ts';

/** Where stored pixels go in the upright photo: pixel (x, y) has index `first + x * stepX + y * stepY` there. */
export interface UprightSteps {
  first: number;
  stepX: number;
  stepY: number;
}

/** True for the orientations that lay the photo on its side, so that width and height change places. */
function isTransposed(orientation: Orientation): boolean {
  return orientation >= 5;
}

/** The size after (or, as the exchange is its own inverse, before) an orientation is applied. */
export function orientedSize({ width, height }: Size, orientation: Orientation): Size {
  return isTransposed(orientation) ? { width: height, height: width } : { width, height };
}

/**
 * How the pixels of a stored photo move when its EXIF orientation is applied.
 * CIPA DC-008 (Exif 2.32), tag 0x0112: each value names where the stored first row and first column are shown.
 *
 * @param rowLength pixels between the starts of two rows of the upright target, at least its width
 */
export function uprightSteps(
  stored: Size,
  orientation: Orientation,
  rowLength = orientedSize(stored, orientation).width,
): UprightSteps {
  const right = stored.width - 1;
  const bottom = stored.height - 1;
  switch (orientation) {
    case 1:
      return { first: 0, stepX: 1, stepY: rowLength };
    case 2:
      return { first: right, stepX: -1, stepY: rowLength };
    case 3:
      return { first: bottom * rowLength + right, stepX: -1, stepY: -rowLength };
    case 4:
      return { first: bottom * rowLength, stepX: 1, stepY: -rowLength };
    case 5:
      return { first: 0, stepX: rowLength, stepY: 1 };
    case 6:
      return { first: bottom, stepX: rowLength, stepY: -1 };
    case 7:
      return { first: right * rowLength + bottom, stepX: -rowLength, stepY: -1 };
    case 8:
      return { first: right * rowLength, stepX: -rowLength, stepY: 1 };
  }
}

/** A box of the upright photo in the stored axes, in the same units. @param upright the upright photo's size */
export function storedBox(
  { x, y, width, height }: BoundingBox,
  upright: Size,
  orientation: Orientation,
): BoundingBox {
  const fromRight = upright.width - x - width;
  const fromBottom = upright.height - y - height;
  switch (orientation) {
    case 1:
      return { x, y, width, height };
    case 2:
      return { x: fromRight, y, width, height };
    case 3:
      return { x: fromRight, y: fromBottom, width, height };
    case 4:
      return { x, y: fromBottom, width, height };
    case 5:
      return { x: y, y: x, width: height, height: width };
    case 6:
      return { x: y, y: fromRight, width: height, height: width };
    case 7:
      return { x: fromBottom, y: fromRight, width: height, height: width };
    case 8:
      return { x: fromBottom, y: x, width: height, height: width };
  }
}

/** The pixels turned upright; the input itself when it is upright already. */
export function orientPixels(stored: RgbaPixels, orientation: Orientation): RgbaPixels {
  if (orientation === 1) return stored;
  const { first, stepX, stepY } = uprightSteps(stored, orientation);
  // Whole pixels are moved as 32-bit words; a view that starts between words is copied first.
  const aligned = stored.data.byteOffset % 4 === 0 ? stored.data : stored.data.slice();
  const source = new Uint32Array(aligned.buffer, aligned.byteOffset, stored.width * stored.height);
  const target = new Uint32Array(source.length);
  let read = 0;
  for (let y = 0; y < stored.height; y += 1) {
    let write = first + y * stepY;
    for (let x = 0; x < stored.width; x += 1) {
      target[write] = source[read] ?? 0;
      read += 1;
      write += stepX;
    }
  }
  return { ...orientedSize(stored, orientation), data: new Uint8Array(target.buffer) };
}
