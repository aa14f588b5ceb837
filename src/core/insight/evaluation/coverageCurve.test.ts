import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clopperPearson } from '../../statistics/clopperPearson.ts';
import { coverageByClass, coverageCurve, thresholdForAccuracy, thresholdsByClass } from './coverageCurve.ts';

const sample = [
  { score: 0.99, correct: true },
  { score: 0.95, correct: true },
  { score: 0.9, correct: true },
  { score: 0.9, correct: false },
  { score: 0.7, correct: true },
  { score: 0.6, correct: false },
];

describe('coverageCurve', () => {
  it('has a point for every score, and takes equal scores together', () => {
    expect(coverageCurve(sample)).toEqual([
      { threshold: 0.99, covered: 1, right: 1 },
      { threshold: 0.95, covered: 2, right: 2 },
      { threshold: 0.9, covered: 4, right: 3 },
      { threshold: 0.7, covered: 5, right: 4 },
      { threshold: 0.6, covered: 6, right: 4 },
    ]);
  });
});

describe('thresholdForAccuracy', () => {
  it('automates as much as the accuracy allows, also past a dip', () => {
    expect(thresholdForAccuracy(sample, 0.8)).toMatchObject({
      threshold: 0.7,
      automated: { count: 5, of: 6 },
    });
    expect(thresholdForAccuracy(sample, 1)).toMatchObject({ threshold: 0.95, accuracy: { share: 1 } });
    expect(thresholdForAccuracy(sample.slice(5), 0.5)).toBeNull();
    expect(thresholdForAccuracy([], 0.5)).toBeNull();
  });

  it('gives the exact interval of the share, and does not call six answers sure', () => {
    const found = thresholdForAccuracy(sample, 0.8);
    expect(found?.automated.interval).toEqual(clopperPearson(5, 6));
    expect(found?.isSure).toBe(false);
    const many = Array.from({ length: 2000 }, (_, index) => ({ score: 0.9, correct: index % 100 !== 0 }));
    expect(thresholdForAccuracy(many, 0.966)?.isSure).toBe(true);
    expect(thresholdForAccuracy(many, 0.99)?.isSure).toBe(false);
  });

  const anySample = fc.array(
    fc.record({ score: fc.double({ min: 0, max: 1, noNaN: true }), correct: fc.boolean() }),
    { minLength: 1, maxLength: 60 },
  );

  it('keeps its promise on the sample, and automates no more when more is asked', () => {
    fc.assert(
      fc.property(anySample, fc.double({ min: 0.1, max: 1, noNaN: true }), (cases, accuracy) => {
        const found = thresholdForAccuracy(cases, accuracy);
        const over = (threshold: number) => cases.filter(({ score }) => score >= threshold);
        if (found) {
          const taken = over(found.threshold);
          expect(found.automated.count).toBe(taken.length);
          const right = taken.filter(({ correct }) => correct).length;
          expect(right / taken.length).toBeGreaterThanOrEqual(accuracy - 1e-9);
        }
        const more = thresholdForAccuracy(cases, Math.min(1, accuracy + 0.1));
        expect(more?.automated.count ?? 0).toBeLessThanOrEqual(found?.automated.count ?? 0);
      }),
    );
  });
});

describe('thresholdsByClass', () => {
  it('lets a class that is easily confused have a higher threshold, and each a curve of its own', () => {
    const cases = [
      ...sample.map((one) => ({ ...one, predicted: 'impala' })),
      { score: 0.3, correct: true, predicted: 'zebra' },
    ];
    expect([...coverageByClass(cases)]).toEqual([
      ['impala', coverageCurve(sample)],
      ['zebra', [{ threshold: 0.3, covered: 1, right: 1 }]],
    ]);
    const thresholds = thresholdsByClass(cases, 1);
    expect(thresholds.get('impala')?.threshold).toBe(0.95);
    expect(thresholds.get('zebra')?.threshold).toBe(0.3);
  });
});
