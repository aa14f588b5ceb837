import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultRollUp, rollUp } from './rollUp.ts';
import { liesUnder, readTaxon } from './taxonomy.ts';

const lion = 'mammalia;carnivora;felidae;panthera;leo';

describe('rollUp', () => {
  it('believes the cat family when no cat is sure, and never adds a blank', () => {
    const scores = [
      { taxon: lion, score: 0.25 },
      { taxon: 'mammalia;carnivora;felidae;acinonyx;jubatus', score: 0.25 },
      { taxon: 'mammalia;carnivora;felidae;panthera;pardus', score: 0.2 },
      { taxon: null, score: 0.3 },
    ];
    const found = rollUp(scores);
    expect(found).toMatchObject({ taxon: 'mammalia;carnivora;felidae;;', level: 'family' });
    expect(found?.score).toBeCloseTo(0.7, 12);
    expect(rollUp(scores, { ...defaultRollUp, threshold: 0.7001 })).toBeNull();
  });

  it('passes over a taxon that may not be the answer', () => {
    const scores = [{ taxon: lion, score: 0.9 }];
    const isAllowed = (taxon: string): boolean => taxon !== 'mammalia;carnivora;felidae;panthera;';
    expect(rollUp(scores, { ...defaultRollUp, isAllowed })?.level).toBe('family');
    expect(rollUp(scores, { ...defaultRollUp, isAllowed: () => false })).toBeNull();
  });

  it('adds up exactly what lies under the answer', () => {
    const taxon = fc
      .array(fc.constantFrom('a', 'b'), { maxLength: 5 })
      .map((ranks) => readTaxon(ranks.join(';')));
    const scores = fc.array(fc.record({ taxon, score: fc.double({ min: 0, max: 0.5, noNaN: true }) }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(scores, (list) => {
        const found = rollUp(list);
        if (!found) return;
        const under = list.filter((one) => liesUnder(one.taxon, found.taxon));
        expect(found.score).toBeCloseTo(
          under.reduce((sum, { score }) => sum + score, 0),
          9,
        );
        expect(found.score).toBeGreaterThan(defaultRollUp.threshold);
      }),
    );
  });
});
