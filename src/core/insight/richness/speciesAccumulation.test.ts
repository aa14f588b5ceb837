import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { speciesAccumulation } from './speciesAccumulation.ts';

/** Mean number of species over every way to take `drawn` of the units, one by one. */
function byHand(unitsOfSpecies: readonly ReadonlySet<number>[], units: number, drawn: number): number {
  let total = 0;
  let ways = 0;
  for (let choice = 0; choice < 2 ** units; choice += 1) {
    const chosen = Array.from({ length: units }, (_, unit) => unit).filter((unit) => choice & (1 << unit));
    if (chosen.length !== drawn) continue;
    ways += 1;
    total += unitsOfSpecies.filter((there) => chosen.some((unit) => there.has(unit))).length;
  }
  return total / ways;
}

describe('species accumulation', () => {
  test('is the mean over all choices of units', () => {
    const unit = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(unit, { minLength: 1 }), { minLength: 1, maxLength: 6 }),
        (species) => {
          const { points } = speciesAccumulation(
            species.map((units) => units.length),
            7,
          );
          expect(points).toHaveLength(8);
          for (const point of points) {
            expect(point.species).toBeCloseTo(
              byHand(
                species.map((units) => new Set(units)),
                7,
                point.units,
              ),
              9,
            );
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  test('ends at what was observed, never falls, and its band holds it', () => {
    const { points, observed } = speciesAccumulation([1, 1, 2, 5, 40, 200], 365);
    expect(points.at(-1)?.species).toBeCloseTo(observed, 9);
    expect(points.at(-1)?.units).toBe(365);
    points
      .slice(1)
      .forEach((point, index) => expect(point.species).toBeGreaterThanOrEqual(points[index]?.species ?? 9));
    expect(points.every(({ low, species, high }) => low <= species && species <= high)).toBe(true);
  });

  test('two species seen once and one seen twice hint at nearly half of one more', () => {
    // (H - 1) / H * s1 * (s1 - 1) / (2 * (s2 + 1)) = 9/10 * 2 * 1 / 4
    expect(speciesAccumulation([1, 1, 2], 10).estimated).toBeCloseTo(3.45, 9);
  });

  test('no survey has no species', () => {
    expect(speciesAccumulation([], 0)).toEqual({
      units: 0,
      observed: 0,
      estimated: 0,
      points: [{ units: 0, species: 0, low: 0, high: 0 }],
    });
  });

  test('more sightings than nights are refused', () => {
    expect(() => speciesAccumulation([3], 2)).toThrow(RangeError);
  });
});
