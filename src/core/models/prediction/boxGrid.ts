import type { BoundingBox } from './box.ts';

/** The rest of a division, never negative. */
function wrap(value: number, limit: number): number {
  return ((value % limit) + limit) % limit;
}

/** Keys of one number each: parts that are too large for their share would make far boxes neighbours, never lose one. */
const cellLimit = 2 ** 17;
const sizeLimit = 2 ** 8;
const smallestSide = 1e-6;

/**
 * Finds boxes that may overlap a given one by at least a certain share of their joint area, without looking at the
 * others: such boxes are alike in width and height within that share, and their centres lie close. Boxes are filed by
 * the logarithm of their sides and by a grid of their centres that is as fine as their size allows.
 */
export class BoxGrid<Entry extends { box: BoundingBox }> {
  readonly #cells = new Map<number, Entry[]>();
  /** Widest ratio between the sides of two boxes that overlap enough. */
  readonly #ratio: number;
  /** How far apart the centres of two boxes can lie, as a share of the larger side. */
  readonly #shift: number;

  /** @param overlap least intersection over union that is asked for, above 0 and at most 1 */
  constructor(overlap: number) {
    // A hair looser than asked, so that rounding never hides a box that overlaps exactly that much.
    const loose = Math.min(0.99, Math.max(0.05, overlap * (1 - 1e-9)));
    this.#ratio = 1 / loose;
    this.#shift = (1 - loose) / (1 + loose);
  }

  add(entry: Entry): void {
    const { box } = entry;
    const width = this.#sizeStep(box.width);
    const height = this.#sizeStep(box.height);
    const column = Math.floor((box.x + box.width / 2) / this.#cellSize(width));
    const row = Math.floor((box.y + box.height / 2) / this.#cellSize(height));
    const key = this.#key(width, height, column, row);
    const cell = this.#cells.get(key);
    if (cell) cell.push(entry);
    else this.#cells.set(key, [entry]);
  }

  /** All entries that can overlap the box enough, and some that do not. */
  near(box: BoundingBox): Entry[] {
    const found: Entry[] = [];
    for (const width of this.#similarSteps(box.width)) {
      for (const height of this.#similarSteps(box.height)) {
        const columns = this.#cellsAround(box.x + box.width / 2, box.width, width);
        const rows = this.#cellsAround(box.y + box.height / 2, box.height, height);
        for (let column = columns.first; column <= columns.last; column += 1) {
          for (let row = rows.first; row <= rows.last; row += 1) {
            const cell = this.#cells.get(this.#key(width, height, column, row));
            if (cell) found.push(...cell);
          }
        }
      }
    }
    return found;
  }

  #sizeStep(side: number): number {
    return Math.floor(Math.log(Math.max(side, smallestSide)) / Math.log(this.#ratio));
  }

  #similarSteps(side: number): number[] {
    const step = this.#sizeStep(side);
    return [step - 1, step, step + 1];
  }

  #cellSize(step: number): number {
    return this.#ratio ** (step + 1) * this.#shift;
  }

  #cellsAround(centre: number, side: number, step: number): { first: number; last: number } {
    const reach = side * this.#ratio * this.#shift;
    const size = this.#cellSize(step);
    return { first: Math.floor((centre - reach) / size), last: Math.floor((centre + reach) / size) };
  }

  #key(width: number, height: number, column: number, row: number): number {
    const size = wrap(width, sizeLimit) * sizeLimit + wrap(height, sizeLimit);
    return (size * cellLimit + wrap(column, cellLimit)) * cellLimit + wrap(row, cellLimit);
  }
}
