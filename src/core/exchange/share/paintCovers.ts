import type { BoundingBox } from '../../models/prediction/box.ts';
import type { RgbaPixels } from '../../files/pixels.ts';

/**
 * JPEG codes blocks of 8 pixels, 16 where colour is halved: a fill that ends on their borders is flat in the file, with
 * no ringing inside it and nothing of what it hides spread into its edge.
 */
const block = 16;

/** Decoders smooth halved colour over the borders of blocks: so far, in pixels, a neighbour may show in a fill's edge. */
const bleed = 2;

/** One flat grey: darker than most grounds, so that it is seen at a glance that something was covered. */
const fill = 32;

/** The pixels a cover takes in a picture of that size: outward to whole blocks, so far that the box itself is flat. */
function coveredArea({ x, y, width, height }: BoundingBox, size: { width: number; height: number }) {
  const outward = (from: number, to: number, full: number): [number, number] => [
    Math.max(0, Math.floor((from * full - bleed) / block) * block),
    Math.min(full, Math.ceil((to * full + bleed) / block) * block),
  ];
  return { across: outward(x, x + width, size.width), down: outward(y, y + height, size.height) };
}

/**
 * Fills boxes with one colour, in place. Solid, because a blur can be undone.
 *
 * @param pixels upright
 * @param covers 0-1 of the picture
 */
export function paintCovers(pixels: RgbaPixels, covers: readonly BoundingBox[]): void {
  for (const cover of covers) {
    const { across, down } = coveredArea(cover, pixels);
    for (let row = down[0]; row < down[1]; row += 1) {
      for (let column = across[0]; column < across[1]; column += 1) {
        const offset = 4 * (row * pixels.width + column);
        pixels.data.fill(fill, offset, offset + 3);
        pixels.data[offset + 3] = 255;
      }
    }
  }
}

/** The picture without a strip at its foot. @param share of its height, 0-1; at least one row is kept */
export function withoutFoot(pixels: RgbaPixels, share: number): RgbaPixels {
  const height = Math.max(1, Math.floor(pixels.height * (1 - share)));
  return { width: pixels.width, height, data: pixels.data.slice(0, 4 * pixels.width * height) };
}
