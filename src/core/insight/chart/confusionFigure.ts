import { classReport } from '../evaluation/classReport.ts';
import type { ConfusionMatrix } from '../evaluation/confusionMatrix.ts';
import type { ChartWords } from '../../../words/english/charts.ts';
import type { Formats } from '../../../words/formats.ts';
import { fitText, textSize, type Drawing, type Mark } from './drawing.ts';
import type { Figure } from './figure.ts';

/** How much of its row a cell holds, 0-1: what its shade shows. */
export function shareOfRow({ counts }: ConfusionMatrix, truth: number, predicted: number): number {
  const row = counts[truth] ?? [];
  const sum = row.reduce((total, count) => total + count, 0);
  return sum === 0 ? 0 : (row[predicted] ?? 0) / sum;
}

function drawConfusion(
  matrix: ConfusionMatrix,
  names: readonly string[],
  width: number,
  w: ChartWords,
  f: Formats,
): Drawing {
  const rowHeight = 40;
  const left = Math.min(120, width * 0.28);
  const column = (width - left) / Math.max(1, names.length);
  const top = 44;
  const marks: Mark[] = [
    {
      kind: 'text',
      x: left,
      y: 12,
      text: w.confusion.predicted,
      anchor: 'start',
      size: textSize.small,
      tone: 'soft',
    },
    {
      kind: 'text',
      x: 0,
      y: top - 10,
      text: w.confusion.truth,
      anchor: 'start',
      size: textSize.small,
      tone: 'soft',
    },
  ];
  names.forEach((name, index) => {
    const text = { kind: 'text', size: textSize.axis, tone: 'ink' } as const;
    marks.push(
      {
        ...text,
        x: left + (index + 0.5) * column,
        y: top - 10,
        text: fitText(name, textSize.axis, column - 4),
        anchor: 'middle',
      },
      {
        ...text,
        x: 0,
        y: top + (index + 0.5) * rowHeight + 4,
        text: fitText(name, textSize.axis, left - 8),
        anchor: 'start',
      },
    );
  });
  matrix.counts.forEach((row, truth) => {
    row.forEach((count, predicted) => {
      const x = left + predicted * column;
      const y = top + truth * rowHeight;
      const tone = truth === predicted ? 'animal' : 'person';
      marks.push(
        { kind: 'rectangle', x: x + 1, y: y + 1, width: column - 2, height: rowHeight - 2, tone: 'lane' },
        {
          kind: 'rectangle',
          x: x + 1,
          y: y + 1,
          width: column - 2,
          height: rowHeight - 2,
          tone,
          opacity: 0.4 * shareOfRow(matrix, truth, predicted),
        },
        {
          kind: 'text',
          x: x + column / 2,
          y: y + rowHeight / 2 + 4,
          text: f.count(count),
          anchor: 'middle',
          size: textSize.axis + 1,
          tone: 'ink',
        },
      );
    });
  });
  return { width, height: top + names.length * rowHeight, marks };
}

/** The confusion matrix. @param names of its labels, in the reader's language */
export function confusionFigure(
  matrix: ConfusionMatrix,
  names: readonly string[],
  w: ChartWords,
  f: Formats,
): Figure {
  const { accuracy } = classReport(matrix);
  return {
    fileName: 'confusion-matrix',
    title: w.confusion.title,
    note: w.confusion.note(matrix.total),
    summary: w.confusion.summary(
      f.percent(accuracy.share ?? 0, 1),
      f.percent(accuracy.interval.low, 1),
      f.percent(accuracy.interval.high, 1),
    ),
    table: {
      columns: [w.confusion.truth, ...names],
      rows: matrix.counts.map((row, truth) => [names[truth] ?? null, ...row]),
    },
    draw: (width) => drawConfusion(matrix, names, width, w, f),
  };
}
