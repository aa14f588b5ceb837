import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bottomAxis } from './axis.ts';
import { fitText, textSize, textWidth } from './drawing.ts';
import { areaPath, linePath } from './path.ts';
import { linearScale, logScale } from './scale.ts';
import { linearTicks, logTicks, roundStep } from './ticks.ts';

describe('scales', () => {
  test('a linear one meets both ends and the middle, also backwards', () => {
    const scale = linearScale([10, 20], [200, 100]);
    expect([scale(10), scale(15), scale(20)]).toEqual([200, 150, 100]);
    expect(linearScale([3, 3], [0, 50])(3)).toBe(25);
  });

  test('a logarithmic one gives each factor of ten the same room, and 0 a place at its beginning', () => {
    const scale = logScale([1, 1000], [0, 300]);
    expect([1, 10, 100, 1000].map((value) => Math.round(scale(value)))).toEqual([0, 100, 200, 300]);
    expect(scale(0)).toBe(0);
    expect(() => logScale([0, 10], [0, 1])).toThrow(RangeError);
  });
});

describe('ticks', () => {
  test('are round, inside, and no more than asked for', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(value, fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (low, width) => {
        const high = low + width;
        const ticks = linearTicks(low, high, 6);
        expect(ticks.length).toBeLessThanOrEqual(7);
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(low - width * 1e-6);
          expect(tick).toBeLessThanOrEqual(high + width * 1e-6);
        }
      }),
    );
  });

  test('as people write them', () => {
    expect(linearTicks(0, 1)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(linearTicks(0, 3, 10, true)).toEqual([0, 1, 2, 3]);
    expect(linearTicks(5, 5)).toEqual([5]);
    expect(logTicks(0.5, 60)).toEqual([0.5, 1, 2, 5, 10, 20, 50]);
    expect(logTicks(0.5, 5000)).toEqual([1, 10, 100, 1000]);
    expect(roundStep(0.3)).toBeCloseTo(0.5, 12);
  });
});

test('paths are SVG path data', () => {
  expect(linePath([])).toBe('');
  expect(
    linePath([
      [0, 1],
      [2.25, 3],
    ]),
  ).toBe('M0,1L2.3,3');
  expect(
    areaPath(
      [
        [0, 0],
        [10, 0],
      ],
      [
        [0, 5],
        [10, 5],
      ],
    ),
  ).toBe('M0,0L10,0L10,5L0,5Z');
});

test('texts on an axis never run into each other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 40, max: 900 }), fc.integer({ min: 1, max: 40 }), (right, count) => {
      const scale = linearScale([0, count], [0, right]);
      const ticks = Array.from({ length: count + 1 }, (_, value) => ({ value, text: `${value * 1000}` }));
      const marks = bottomAxis({ left: 0, right, top: 0, bottom: 10 }, { scale, ticks });
      const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
      texts.slice(1).forEach(({ x, text }, index) => {
        const before = texts[index];
        const room = (textWidth(text, textSize.axis) + textWidth(before?.text ?? '', textSize.axis)) / 2;
        expect(x - (before?.x ?? 0)).toBeGreaterThanOrEqual(room);
      });
    }),
  );
});

test('a text too long for its place ends with an ellipsis', () => {
  expect(fitText('roe deer', 12, 200)).toBe('roe deer');
  expect(fitText('Capreolus capreolus', 12, 60)).toBe('Capreol…');
});
