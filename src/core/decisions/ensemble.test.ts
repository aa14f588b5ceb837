import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combineModels, meanScores, topFiveSum } from './ensemble.ts';

const [zebra, impala, topi, dikDik, reedbuck, eland] = [0, 1, 2, 3, 4, 5] as const;

describe('topFiveSum', () => {
  // The names of Norouzzadeh's table S.3; the scores are made up, because the table's own rows do not add up.
  const models = [
    [0.6, 0.2, 0.1, 0.05, 0.03, 0.02],
    [0.3, 0.4, 0.2, 0.04, 0.01, 0.05],
    [0.45, 0.3, 0.1, 0.0, 0.02, 0.13],
  ];

  it('sums the five best of each model and divides by the number of models', () => {
    const scores = topFiveSum(models);
    expect(scores[zebra]).toBeCloseTo((0.6 + 0.3 + 0.45) / 3, 12);
    expect(scores[impala]).toBeCloseTo((0.2 + 0.4 + 0.3) / 3, 12);
    expect(scores[topi]).toBeCloseTo((0.1 + 0.2 + 0.1) / 3, 12);
    // Sixth in the third list, so that it adds nothing there, and still divided by three.
    expect(scores[dikDik]).toBeCloseTo((0.05 + 0.04) / 3, 12);
    expect(scores[reedbuck]).toBeCloseTo((0.03 + 0.02) / 3, 12);
    expect(scores[eland]).toBeCloseTo((0.05 + 0.13) / 3, 12);
  });

  it('is the plain mean when there are five labels or fewer', () => {
    const few = models.map((scores) => scores.slice(0, 5));
    topFiveSum(few).forEach((score, label) => expect(score).toBeCloseTo(meanScores(few)[label] ?? -1, 12));
  });

  it('divides by all models even where one does not know the label', () => {
    expect(topFiveSum([[0.8], [Number.NaN]])[0]).toBeCloseTo(0.4, 12);
  });
});

describe('meanScores', () => {
  it('asks only the models that know a label', () => {
    const scores = combineModels(
      [
        [0.8, 0.2, Number.NaN],
        [0.6, Number.NaN, Number.NaN],
      ],
      'mean',
    );
    expect(scores[0]).toBeCloseTo(0.7, 12);
    expect([...scores.slice(1)]).toEqual([0.2, 0]);
  });

  it('does not depend on the order of the models, whichever labels each of them knows', () => {
    const score = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(Number.NaN));
    const list = fc.array(score, { minLength: 6, maxLength: 6 });
    const shuffled = fc
      .array(list, { minLength: 1, maxLength: 5 })
      .chain((lists) =>
        fc.tuple(fc.constant(lists), fc.shuffledSubarray(lists, { minLength: lists.length })),
      );
    fc.assert(
      fc.property(shuffled, ([lists, order]) => {
        const other = meanScores(order);
        meanScores(lists).forEach((mean, label) => {
          expect(other[label]).toBeCloseTo(mean, 12);
          expect(mean).toBeGreaterThanOrEqual(0);
          expect(mean).toBeLessThanOrEqual(1 + 1e-12);
        });
      }),
    );
  });

  it('changes with a model that is added, as the formula says', () => {
    const one = combineModels([[0.9, 0.1]], 'top-five');
    expect([...one]).toEqual([0.9, 0.1]);
    expect(
      combineModels(
        [
          [0.9, 0.1],
          [0.1, 0.9],
        ],
        'top-five',
      )[0],
    ).toBeCloseTo(0.5, 12);
  });
});
