import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intersectionOverUnion } from './box.ts';
import { createRandom } from '../../statistics/randomSource.ts';
import { defaultRepeatOptions, findRepeats, type PlacedBox } from './repeatDetection.ts';

const random = createRandom(7);
const branch = { x: 0.3, y: 0.6, width: 0.1, height: 0.15 };

function place(index: number, box = branch, more: Partial<PlacedBox> = {}): PlacedBox {
  return { mediaId: `photo ${index}`, deployment: 'Ridge', labelIndex: 0, score: 0.5, box, ...more };
}

/** A branch that sways by up to this share of its size. */
function swaying(count: number, by: number): PlacedBox[] {
  return Array.from({ length: count }, (_, index) =>
    place(index, {
      ...branch,
      x: branch.x + random.between(0, by) * branch.width,
      y: branch.y + random.between(0, by) * branch.height,
    }),
  );
}

describe('findRepeats', () => {
  it('suspects a branch from twenty photos on, and names them all', () => {
    expect(findRepeats(swaying(19, 0.02))).toEqual([]);
    const [suspect, ...others] = findRepeats(swaying(20, 0.02));
    expect(others).toEqual([]);
    expect(suspect?.photos).toBe(20);
    expect(new Set(suspect?.occurrences.map(({ mediaId }) => mediaId)).size).toBe(20);
  });

  it('does not suspect an animal that walks about, nor the same place at two cameras or of two labels', () => {
    const deer = Array.from({ length: 40 }, (_, index) => place(index, { ...branch, x: index * 0.015 }));
    const cameras = swaying(30, 0).map((box, index) => ({
      ...box,
      deployment: index % 2 ? 'North' : 'South',
    }));
    const labels = swaying(30, 0).map((box, index) => ({ ...box, labelIndex: index % 2 }));
    expect(findRepeats([...deer])).toEqual([]);
    expect(findRepeats(cameras)).toEqual([]);
    expect(findRepeats(labels)).toEqual([]);
  });

  it('leaves out large boxes and weak ones', () => {
    const large = { x: 0.1, y: 0.1, width: 0.5, height: 0.41 };
    expect(findRepeats(Array.from({ length: 30 }, (_, index) => place(index, large)))).toEqual([]);
    expect(findRepeats(swaying(30, 0).map((box) => ({ ...box, score: 0.09 })))).toEqual([]);
  });

  it('counts photos, not boxes', () => {
    expect(findRepeats(Array.from({ length: 40 }, (_, index) => place(index % 10)))).toEqual([]);
  });

  it('gives the same suspects for any order of the boxes', () => {
    const boxes = [...swaying(60, 0.3), ...swaying(30, 0.02).map((box) => ({ ...box, deployment: 'North' }))];
    const known = findRepeats(boxes, { ...defaultRepeatOptions, occurrences: 3 });
    expect(known.length).toBeGreaterThan(1);
    fc.assert(
      fc.property(fc.shuffledSubarray(boxes, { minLength: boxes.length }), (shuffled) => {
        expect(findRepeats(shuffled, { ...defaultRepeatOptions, occurrences: 3 })).toEqual(known);
      }),
      { numRuns: 20 },
    );
  });

  it('overlaps every occurrence with its suspect, and gives no box to two', () => {
    for (const suspect of findRepeats(swaying(300, 0.4), { ...defaultRepeatOptions, occurrences: 2 })) {
      for (const { box } of suspect.occurrences) {
        expect(intersectionOverUnion(box, suspect.box)).toBeGreaterThanOrEqual(0.9);
      }
    }
    const all = findRepeats(swaying(300, 0.4), { ...defaultRepeatOptions, occurrences: 1 });
    expect(all.flatMap(({ occurrences }) => occurrences)).toHaveLength(300);
  });

  it('compares 20,000 boxes of one camera far fewer than 200 million times', () => {
    const boxes = Array.from({ length: 20_000 }, (_, index) => {
      const box = {
        x: random.between(0, 0.8),
        y: random.between(0, 0.8),
        width: random.between(0.02, 0.2),
        height: random.between(0.02, 0.2),
      };
      return place(index, index % 4 === 0 ? branch : box);
    });
    let comparisons = 0;
    const suspects = findRepeats(boxes, defaultRepeatOptions, (first, second) => {
      comparisons += 1;
      return intersectionOverUnion(first, second);
    });
    expect(suspects[0]?.photos).toBeGreaterThanOrEqual(5000);
    expect(comparisons).toBeLessThan(20_000 * 20);
  });
});
