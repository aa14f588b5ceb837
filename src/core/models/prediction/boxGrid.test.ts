import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intersectionOverUnion, type BoundingBox } from './box.ts';
import { BoxGrid } from './boxGrid.ts';

const side = fc.double({ min: 0.001, max: 1, noNaN: true });
const box = fc.record({ x: side, y: side, width: side, height: side });
/** A box and another that is a little moved and resized, so that they often overlap by just the share asked for. */
const pair = fc
  .tuple(box, fc.array(fc.double({ min: -0.2, max: 0.2, noNaN: true }), { minLength: 4, maxLength: 4 }))
  .map(([first, [x = 0, y = 0, width = 0, height = 0]]): [BoundingBox, BoundingBox] => [
    first,
    {
      x: first.x + x * first.width,
      y: first.y + y * first.height,
      width: first.width * (1 + width),
      height: first.height * (1 + height),
    },
  ]);

describe('BoxGrid', () => {
  it('never hides a box that overlaps as much as is asked', () => {
    fc.assert(
      fc.property(pair, fc.constantFrom(0.3, 0.5, 0.75, 0.9, 1), ([first, second], overlap) => {
        const grid = new BoxGrid(overlap);
        grid.add({ box: first });
        if (intersectionOverUnion(first, second) >= overlap) expect([...grid.near(second)]).toHaveLength(1);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds a box from exactly the overlap that is asked', () => {
    const grid = new BoxGrid(0.9);
    grid.add({ box: { x: 0, y: 0, width: 0.5, height: 0.5 } });
    expect([...grid.near({ x: 0, y: 0, width: 0.45, height: 0.5 })]).toHaveLength(1);
  });

  it('finds a box that is moved as far as the overlap allows, wherever it lies in its cell', () => {
    const side = 0.1;
    const furthest = (side * (1 - 0.9)) / (1 + 0.9) - 1e-9;
    for (let place = 0; place < 200; place += 1) {
      const grid = new BoxGrid(0.9);
      const x = place / 331;
      grid.add({ box: { x, y: x, width: side, height: side } });
      expect([...grid.near({ x: x + furthest, y: x, width: side, height: side })]).toHaveLength(1);
      expect([...grid.near({ x, y: x - furthest, width: side, height: side })]).toHaveLength(1);
    }
  });

  it('does not bring up boxes elsewhere or of another size', () => {
    const grid = new BoxGrid(0.9);
    for (let index = 0; index < 100; index += 1) {
      grid.add({ box: { x: index / 100, y: 0.2, width: 0.1, height: 0.1 } });
      grid.add({ box: { x: 0.45, y: 0.15, width: 0.02 + index / 100, height: 0.2 } });
    }
    expect([...grid.near({ x: 0.5, y: 0.2, width: 0.1, height: 0.1 })].length).toBeLessThan(8);
  });
});
