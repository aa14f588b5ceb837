import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confusionMatrix } from './confusionMatrix.ts';

describe('confusionMatrix', () => {
  it('counts each true label by what it was taken for', () => {
    const { labels, counts, total } = confusionMatrix([
      { truth: 'zebra', predicted: 'zebra' },
      { truth: 'zebra', predicted: 'blank' },
      { truth: 'zebra', predicted: 'zebra' },
      { truth: 'lion', predicted: 'zebra' },
    ]);
    expect(labels).toEqual(['blank', 'lion', 'zebra']);
    expect(counts).toEqual([
      [0, 0, 0],
      [0, 0, 1],
      [1, 0, 2],
    ]);
    expect(total).toBe(4);
  });

  it('loses no case, and adds up to the cases of each truth and each prediction', () => {
    const label = fc.constantFrom('blank', 'zebra', 'impala', '__proto__');
    fc.assert(
      fc.property(fc.array(fc.record({ truth: label, predicted: label })), (list) => {
        const { labels, counts } = confusionMatrix(list);
        labels.forEach((one, index) => {
          const row = counts[index] ?? [];
          expect(row.reduce((sum, count) => sum + count, 0)).toBe(
            list.filter(({ truth }) => truth === one).length,
          );
          const column = counts.reduce((sum, other) => sum + (other[index] ?? 0), 0);
          expect(column).toBe(list.filter(({ predicted }) => predicted === one).length);
        });
      }),
    );
  });
});
