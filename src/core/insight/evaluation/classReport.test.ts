import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classReport } from './classReport.ts';
import { confusionMatrix, type LabelledCase } from './confusionMatrix.ts';

function cases(pairs: readonly (readonly [string, string, number])[]): LabelledCase[] {
  return pairs.flatMap(([truth, predicted, count]) =>
    Array.from({ length: count }, () => ({ truth, predicted })),
  );
}

const sample = cases([
  ['zebra', 'zebra', 4],
  ['zebra', 'impala', 1],
  ['zebra', 'blank', 1],
  ['impala', 'impala', 3],
  ['impala', 'zebra', 1],
  ['impala', 'blank', 1],
  ['blank', 'blank', 4],
  ['blank', 'zebra', 1],
  ['lion', 'zebra', 1],
  ['lion', 'hyena', 1],
]);

describe('classReport', () => {
  // scikit-learn 1.9.1 over the lists of truth t and prediction p, with L all labels in alphabetical order:
  // precision_recall_fscore_support(t, p, labels=L, zero_division=0), the same with average='macro', and
  // accuracy_score(t, p).
  const expected = [
    ['blank', 0.6666666666666666, 0.8, 0.7272727272727273],
    ['hyena', 0, 0, 0],
    ['impala', 0.75, 0.6, 0.6666666666666666],
    ['lion', 0, 0, 0],
    ['zebra', 0.5714285714285714, 0.6666666666666666, 0.6153846153846154],
  ] as const;

  it('gives the precision, recall and F1 of scikit-learn', () => {
    const report = classReport(confusionMatrix(sample));
    expected.forEach(([label, precision, recall, f1], index) => {
      const own = report.classes[index];
      expect(own?.label).toBe(label);
      expect(own?.precision.share ?? 0).toBeCloseTo(precision, 12);
      expect(own?.recall.share ?? 0).toBeCloseTo(recall, 12);
      expect(own?.f1).toBeCloseTo(f1, 12);
    });
    expect(report.macro.precision).toBeCloseTo(0.3976190476190476, 12);
    expect(report.macro.recall).toBeCloseTo(0.4133333333333333, 12);
    expect(report.macro.f1).toBeCloseTo(0.4018648018648019, 12);
    expect(report.accuracy.share).toBeCloseTo(0.6111111111111112, 12);
  });

  it('says "nothing to measure", not 0 %, for a label that was never said or never there', () => {
    const { classes } = classReport(confusionMatrix(sample));
    expect(classes.find(({ label }) => label === 'lion')?.precision).toMatchObject({ share: null, of: 0 });
    expect(classes.find(({ label }) => label === 'hyena')?.recall).toMatchObject({ share: null, of: 0 });
    expect(classReport(confusionMatrix([])).accuracy.share).toBeNull();
  });

  it('is perfect for perfect answers', () => {
    const label = fc.constantFrom('blank', 'zebra', 'impala');
    fc.assert(
      fc.property(fc.array(fc.record({ truth: label, predicted: label }), { minLength: 1 }), (list) => {
        const perfect = list.map(({ truth }) => ({ truth, predicted: truth }));
        expect(classReport(confusionMatrix(perfect)).macro).toEqual({ precision: 1, recall: 1, f1: 1 });
      }),
    );
  });
});
