/** A share as `decisions.json` has it. */
interface WrittenShare {
  share: number | null;
  count: number;
  of: number;
  interval: { low: number; high: number };
}

/** The part of `decisions.json` that tells how right the model is. */
export interface WrittenEvaluation {
  of: string;
  by: string;
  cases: number;
  confusionMatrix: { labels: string[]; truthByPrediction: number[][] };
  accuracy: WrittenShare;
  classes: { label: string; precision: WrittenShare; recall: WrittenShare; f1: number }[];
  macro: { precision: number; recall: number; f1: number };
  logLoss: { mean: number | null };
  target: { threshold: number; automated: WrittenShare; accuracy: WrittenShare; isSure: boolean } | null;
  hoursSaved: { hours: number; hoursInterval: { low: number; high: number } } | null;
  sampleTooSmall: { margin: number; needed: number } | null;
}

const hours = ({
  hours: saved,
  hoursInterval: { low, high },
}: NonNullable<WrittenEvaluation['hoursSaved']>) =>
  `${saved.toFixed(1)} (${low.toFixed(1)} to ${high.toFixed(1)})`;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const shareWords = ({ share, count, of, interval }: WrittenShare): string =>
  share === null
    ? 'none'
    : `${percent(share)} (${count} of ${of}; ${percent(interval.low)} to ${percent(interval.high)})`;

/** Columns as wide as their widest cell; the first to the left, the others to the right. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, place) => Math.max(...rows.map((row) => (row[place] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, place) =>
        place === 0 ? cell.padEnd(widths[place] ?? 0) : cell.padStart(widths[place] ?? 0),
      )
      .join('  '),
  );
}

/** How right the model is, as text for a terminal; empty where nobody said what is in the photos. */
export function evaluationTable(evaluations: readonly WrittenEvaluation[]): string {
  const parts = evaluations.map((one) => {
    const { labels, truthByPrediction } = one.confusionMatrix;
    const matrix = columns([
      ['truth \\ model', ...labels, 'all'],
      ...truthByPrediction.map((counts, row) => [
        labels[row] ?? '',
        ...counts.map(String),
        String(counts.reduce((sum, count) => sum + count, 0)),
      ]),
    ]);
    const classes = columns([
      ['', 'precision', 'recall', 'F1'],
      ...one.classes.map(({ label, precision, recall, f1 }) => [
        label,
        precision.share?.toFixed(3) ?? 'none',
        recall.share?.toFixed(3) ?? 'none',
        f1.toFixed(3),
      ]),
      ['macro', one.macro.precision.toFixed(3), one.macro.recall.toFixed(3), one.macro.f1.toFixed(3)],
    ]);
    const { target, hoursSaved, sampleTooSmall } = one;
    return [
      `How right the model is, by ${one.of} (${one.cases} judged):`,
      ...matrix,
      '',
      ...classes,
      '',
      `Right            ${shareWords(one.accuracy)}`,
      `Log loss         ${one.logLoss.mean?.toFixed(4) ?? 'none'}`,
      target
        ? `From ${target.threshold} up  ${shareWords(target.accuracy)} right, ${shareWords(target.automated)} without a look`
        : 'No threshold reaches the accuracy asked for.',
      ...(hoursSaved ? [`Hours saved      ${hours(hoursSaved)}`] : []),
      ...(sampleTooSmall
        ? [
            `Too few to rely on: give or take ${percent(sampleTooSmall.margin)}; about ${sampleTooSmall.needed} are needed.`,
          ]
        : []),
    ].join('\n');
  });
  return parts.length === 0 ? '' : `\n${parts.join('\n\n')}\n`;
}
