import { measureShare, type MeasuredShare } from '../../statistics/measuredShare.ts';
import type { ConfusionMatrix } from './confusionMatrix.ts';

/** How well one label is found. */
export interface ClassMeasures {
  label: string;
  /** Of what was taken for it, how much is. */
  precision: MeasuredShare;
  /** Of what is, how much was taken for it. */
  recall: MeasuredShare;
  /** Harmonic mean of the two, 0-1; 0 when neither was ever right. */
  f1: number;
}

export interface ClassReport {
  accuracy: MeasuredShare;
  classes: ClassMeasures[];
  /** Plain means over the classes, 0-1, so that a rare one counts as much as a common one; an undefined share is 0. */
  macro: { precision: number; recall: number; f1: number };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Precision, recall and F1 of each class, and their macro averages over all labels that occur in truth or prediction:
 * the numbers of scikit-learn's `precision_recall_fscore_support` with `zero_division=0`.
 */
export function classReport({ labels, counts, total }: ConfusionMatrix): ClassReport {
  const classes = labels.map((label, index): ClassMeasures => {
    const right = counts[index]?.[index] ?? 0;
    const taken = counts.reduce((sum, row) => sum + (row[index] ?? 0), 0);
    const there = counts[index]?.reduce((sum, count) => sum + count, 0) ?? 0;
    return {
      label,
      precision: measureShare(right, taken),
      recall: measureShare(right, there),
      f1: taken + there === 0 ? 0 : (2 * right) / (taken + there),
    };
  });
  const right = counts.reduce((sum, row, index) => sum + (row[index] ?? 0), 0);
  return {
    accuracy: measureShare(right, total),
    classes,
    macro: {
      precision: mean(classes.map(({ precision }) => precision.share ?? 0)),
      recall: mean(classes.map(({ recall }) => recall.share ?? 0)),
      f1: mean(classes.map(({ f1 }) => f1)),
    },
  };
}
