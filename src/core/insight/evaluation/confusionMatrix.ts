/** What a photo or sequence shows, and what it was taken for. */
export interface LabelledCase {
  truth: string;
  predicted: string;
}

/** How often each true label was taken for each other. */
export interface ConfusionMatrix {
  /** All labels that occur, in alphabetical order. */
  labels: string[];
  /** `counts[truth][predicted]`, by the order of `labels`. */
  counts: number[][];
  total: number;
}

/** Counts cases by truth and prediction. */
export function confusionMatrix(cases: Iterable<LabelledCase>): ConfusionMatrix {
  const list = [...cases];
  const labels = [...new Set(list.flatMap(({ truth, predicted }) => [truth, predicted]))].sort();
  const places = new Map(labels.map((label, index) => [label, index]));
  const counts = labels.map(() => labels.map(() => 0));
  for (const { truth, predicted } of list) {
    const row = counts[places.get(truth) ?? -1];
    const column = places.get(predicted) ?? -1;
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  return { labels, counts, total: list.length };
}
