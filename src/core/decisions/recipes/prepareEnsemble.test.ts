import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifier, named, prepared, scoresOf } from '../../../../tests/fixtures/recipe.ts';

const north = classifier('north', 'fox', 'moose', 'empty=blank');
const south = classifier('south', 'blank=blank', 'lynx', 'fox');
const models = [north, south];

function scoreOf(recipe: ReturnType<typeof prepared>, outputs: Map<string, ReturnType<typeof scoresOf>>) {
  const labelScores = recipe.combine(outputs)?.labelScores ?? [];
  return Object.fromEntries(recipe.combined.labels.map(({ name }, index) => [name, labelScores[index]]));
}

describe('an ensemble', () => {
  const outputs = new Map([
    ['north', scoresOf(0.5, 0.25, 0.25)],
    ['south', scoresOf(0.125, 0.125, 0.75)],
  ]);

  it('averages what both know, and leaves to one what only that one knows', () => {
    const recipe = prepared(models, { kind: 'ensemble', models: named('north', 'south') });
    expect(scoreOf(recipe, outputs)).toEqual({ fox: 0.625, moose: 0.25, empty: 0.1875, lynx: 0.125 });
  });

  it('sums the five best of each and divides by the number of models, as Norouzzadeh does', () => {
    const recipe = prepared(models, { kind: 'ensemble', models: named('north', 'south'), rule: 'top-five' });
    expect(scoreOf(recipe, outputs)).toEqual({ fox: 0.625, moose: 0.125, empty: 0.1875, lynx: 0.0625 });
  });

  it('has no word until both have seen the photo, and then runs only the one that has not', () => {
    const recipe = prepared(models, { kind: 'ensemble', models: named('north', 'south') });
    const half = new Map([['north', scoresOf(1, 0, 0)]]);
    expect(recipe.combine(half)).toBeNull();
    expect(recipe.missing(half)).toEqual([{ key: 'south', model: 'south', crops: null }]);
    expect(recipe.missing(outputs)).toEqual([]);
    expect(recipe.words(half).map(({ model }) => model)).toEqual(['north 1']);
  });

  it('does not depend on the order of its models', () => {
    const third = classifier('west', 'lynx', 'fox', 'person=person');
    const all = [north, south, third];
    const scores = fc.tuple(...Array.from({ length: 9 }, () => fc.double({ min: 0, max: 1, noNaN: true })));
    fc.assert(
      fc.property(
        scores,
        fc.shuffledSubarray(['north', 'south', 'west'], { minLength: 3 }),
        (drawn, order) => {
          const said = new Map(
            all.map(({ hash }, index) => [hash, scoresOf(...drawn.slice(3 * index, 3 * index + 3))]),
          );
          for (const rule of ['mean', 'top-five']) {
            const one = scoreOf(
              prepared(all, { kind: 'ensemble', models: named('north', 'south', 'west'), rule }),
              said,
            );
            const other = scoreOf(prepared(all, { kind: 'ensemble', models: named(...order), rule }), said);
            const blankOf = (scored: typeof one) => scored['empty'] ?? scored['blank'] ?? Number.NaN;
            expect(blankOf(other)).toBeCloseTo(blankOf(one), 6);
            for (const name of ['fox', 'moose', 'lynx', 'person'])
              expect(other[name]).toBeCloseTo(one[name] ?? Number.NaN, 6);
          }
        },
      ),
    );
  });
});
