import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../statistics/randomSource.ts';
import { activityBandwidth } from './activityBandwidth.ts';
import { activityPattern, densityPoints } from './activityPattern.ts';
import { scaledBessel } from './scaledBessel.ts';

const hour = fc.double({ min: 0, max: 23.999, noNaN: true });
const toAngle = (hours: number): number => (hours / 24) * 2 * Math.PI;

test.each([
  // Worked to 30 digits elsewhere.
  [0, 1, 0.465759607593640437],
  [1, 1, 0.207910415349708449],
  [2, 10, 0.103580800886537504],
  [0, 500, 0.0178457065001531672],
])('I of order %i at %d is exact', (order, x, value) => {
  expect(scaledBessel(order, x)).toBeCloseTo(value, 14);
});

describe('the kernel', () => {
  test('follows the published rule, worked by hand for one moment', () => {
    // Two angles one radian apart from each other: mean length cos(0.5), from which the concentration follows.
    const angles = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1];
    const bandwidth = activityBandwidth(angles, 1) ?? 0;
    let concentration = 0;
    while (scaledBessel(1, concentration) / scaledBessel(0, concentration) < Math.cos(0.5))
      concentration += 1e-4;
    const spread = scaledBessel(2, 2 * concentration) / scaledBessel(0, concentration) ** 2;
    expect(bandwidth).toBeCloseTo(((30 * concentration ** 2 * spread) / (4 * Math.sqrt(Math.PI))) ** 0.4, 2);
  });

  test('is sharper for dawn and dusk than the first moment alone would make it', () => {
    const angles = Array.from({ length: 40 }, (_, index) =>
      toAngle((index % 2 ? 6 : 18) + (index % 5) * 0.2),
    );
    expect(activityBandwidth(angles) ?? 0).toBeGreaterThan(2 * (activityBandwidth(angles, 1) ?? 0));
  });

  test('does not depend on where the day begins', () => {
    fc.assert(
      fc.property(fc.array(hour, { minLength: 10, maxLength: 40 }), hour, (hours, turn) => {
        const plain = activityBandwidth(hours.map(toAngle));
        const turned = activityBandwidth(hours.map((time) => toAngle(time + turn)));
        if (plain === null || turned === null) return;
        expect(turned / plain).toBeCloseTo(1, 3);
      }),
    );
  });

  test('is none for no records, and for records that are all at one time', () => {
    expect(activityBandwidth([])).toBeNull();
    expect(activityBandwidth([2, 2, 2, 2, 2, 2, 2, 2, 2, 2])).toBeNull();
  });
});

describe('the pattern', () => {
  test('counts every record in its hour, and under its curve', () => {
    fc.assert(
      fc.property(fc.array(hour, { minLength: 10, maxLength: 60 }), (hours) => {
        const { n, histogram, density } = activityPattern(hours, createRandom(1));
        expect(histogram.reduce((sum, count) => sum + count, 0)).toBe(n);
        if (density === null || density.bandwidth > 200) return; // too sharp for a sum over quarters of an hour
        const area = (density.values.reduce((sum, value) => sum + value, 0) * 24) / densityPoints;
        expect(area / n).toBeCloseTo(1, 2);
      }),
      { numRuns: 25 },
    );
  });

  test('midnight is in the middle of a night, not at the end of a day', () => {
    const hours = Array.from({ length: 30 }, (_, index) => (index % 2 ? 23.5 : 0.5));
    const values = activityPattern(hours, createRandom(1)).density?.values ?? [];
    expect(values[2]).toBeCloseTo(values[densityPoints - 2] ?? 0, 1);
    expect(values[2]).toBeGreaterThan(0.99 * Math.max(...values));
    expect(values[densityPoints / 2]).toBeLessThan(0.01);
  });

  test('the band holds the curve, and is the same every time', () => {
    const hours = Array.from({ length: 50 }, (_, index) => (index * 7.3) % 24);
    const density = activityPattern(hours, createRandom(3)).density;
    expect(
      density?.values.every(
        (value, point) => value > (density.low[point] ?? 0) && value < (density.high[point] ?? 0),
      ),
    ).toBe(true);
    expect(activityPattern(hours, createRandom(3)).density).toEqual(density);
  });

  test('nine records get no curve', () => {
    expect(activityPattern([1, 2, 3, 4, 5, 6, 7, 8, 9], createRandom(1)).density).toBeNull();
    expect(activityPattern([], createRandom(1))).toMatchObject({ n: 0, density: null });
  });
});
