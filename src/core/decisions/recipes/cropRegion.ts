import type { BoundingBox } from '../../models/prediction/box.ts';
import type { Size } from '../../files/pixels.ts';
import type { CropsRecipe } from './recipe.ts';

/** How a box becomes what is cut out. */
export type CropShape = Pick<CropsRecipe<unknown>, 'margin' | 'square'>;

/** A stretch of one axis in whole pixels that lies in the photo; moved before it is cut. */
function within(start: number, length: number, most: number): { start: number; length: number } {
  const kept = Math.min(length, most);
  const moved = Math.min(Math.max(0, start), most - kept);
  const first = Math.min(Math.floor(moved), most - 1);
  return { start: first, length: Math.max(1, Math.min(Math.floor(kept), most - first)) };
}

/** A stretch of one axis that ends where the photo does. */
function cutOff(start: number, length: number, most: number): { start: number; length: number } {
  const from = Math.max(0, start);
  return within(from, Math.min(most, start + length) - from, most);
}

/**
 * What is cut out of a photo around a box, in whole pixels of the upright photo, rounded down as SpeciesNet does.
 * A margin ends at the photo's edge; a square is moved inside it, and is cut only where the photo is too small for it.
 *
 * @param box 0-1 of the upright photo
 * @param photo its full upright size
 */
export function cropRegion(box: BoundingBox, photo: Size, { margin, square }: CropShape): BoundingBox {
  const marginX = box.width * photo.width * margin;
  const marginY = box.height * photo.height * margin;
  const width = box.width * photo.width + 2 * marginX;
  const height = box.height * photo.height + 2 * marginY;
  const x = box.x * photo.width - marginX;
  const y = box.y * photo.height - marginY;
  if (!square) {
    const across = cutOff(x, width, photo.width);
    const down = cutOff(y, height, photo.height);
    return { x: across.start, y: down.start, width: across.length, height: down.length };
  }
  const side = Math.max(width, height);
  const across = within(x + (width - side) / 2, side, photo.width);
  const down = within(y + (height - side) / 2, side, photo.height);
  return { x: across.start, y: down.start, width: across.length, height: down.length };
}
