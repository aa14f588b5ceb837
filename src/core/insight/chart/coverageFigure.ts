import type { CoveragePoint } from '../evaluation/coverageCurve.ts';
import type { ChartWords } from '../../../words/english/charts.ts';
import type { Formats } from '../../../words/formats.ts';
import { measureShare } from '../../statistics/measuredShare.ts';
import { bottomAxis, bottomAxisHeight, leftAxis } from './axis.ts';
import type { Drawing, Mark } from './drawing.ts';
import type { Figure } from './figure.ts';
import { areaPath, linePath, type Point } from './path.ts';
import { linearScale } from './scale.ts';
import { linearTicks } from './ticks.ts';

/** The point that a threshold stands for: all answers at or above it; null when there is none. */
export function pointAt(curve: readonly CoveragePoint[], threshold: number): CoveragePoint | null {
  return curve.findLast((point) => point.threshold >= threshold) ?? null;
}

/** More points than px show nothing more. */
function thinned(curve: readonly CoveragePoint[], most = 300): CoveragePoint[] {
  const step = Math.max(1, Math.ceil(curve.length / most));
  return curve.filter((_, index) => index % step === 0 || index === curve.length - 1);
}

function drawCoverage(
  curve: readonly CoveragePoint[],
  threshold: number,
  width: number,
  w: ChartWords,
  f: Formats,
): Drawing {
  const height = 300;
  const area = { left: 48, right: width - 20, top: 34, bottom: height - bottomAxisHeight(true) };
  const total = curve.at(-1)?.covered ?? 1;
  const points = thinned(curve).map((point) => ({
    ...point,
    accuracy: measureShare(point.right, point.covered),
  }));
  // The first few answers alone say little; their intervals reach far down, and the axis need not follow.
  const lowest = Math.min(
    0.9,
    ...points.slice(Math.floor(points.length / 10)).map(({ accuracy }) => accuracy.interval.low),
  );
  const bottom = Math.floor(lowest * 10) / 10;
  const x = linearScale([0, 1], [area.left, area.right]);
  const y = linearScale([bottom, 1], [area.bottom, area.top]);
  const place = (share: number, covered: number): Point => [x(covered / total), y(Math.max(bottom, share))];
  const chosen = pointAt(curve, threshold);
  const cursor: Mark[] = [];
  if (chosen) {
    const { share, interval } = measureShare(chosen.right, chosen.covered);
    const at = x(chosen.covered / total);
    cursor.push(
      { kind: 'line', x1: at, y1: area.top, x2: at, y2: area.bottom, tone: 'ink', dashed: true },
      {
        kind: 'line',
        x1: at,
        y1: y(Math.max(bottom, interval.low)),
        x2: at,
        y2: y(interval.high),
        tone: 'ink',
        weight: 3,
      },
      { kind: 'circle', x: at, y: y(share ?? 0), radius: 6, tone: 'ink' },
    );
  }
  return {
    width,
    height,
    marks: [
      ...leftAxis(area, {
        scale: y,
        ticks: linearTicks(bottom, 1).map((value) => ({ value, text: f.percent(value) })),
        title: w.coverage.vertical,
        grid: true,
      }),
      ...bottomAxis(area, {
        scale: x,
        ticks: linearTicks(0, 1).map((value) => ({ value, text: f.percent(value) })),
        title: w.coverage.axis,
      }),
      {
        kind: 'path',
        path: areaPath(
          points.map(({ accuracy, covered }) => place(accuracy.interval.high, covered)),
          points.map(({ accuracy, covered }) => place(accuracy.interval.low, covered)),
        ),
        filled: true,
        tone: 'accent',
        opacity: 0.18,
      },
      {
        kind: 'path',
        path: linePath(points.map(({ accuracy, covered }) => place(accuracy.share ?? 1, covered))),
        filled: false,
        tone: 'accent',
      },
      ...cursor,
    ],
  };
}

/**
 * Accuracy against coverage, with a cursor on the chosen threshold.
 *
 * @param curve from `coverageCurve`
 * @param threshold 0-1
 */
export function coverageFigure(
  curve: readonly CoveragePoint[],
  threshold: number,
  w: ChartWords,
  f: Formats,
): Figure {
  const total = curve.at(-1)?.covered ?? 0;
  const chosen = pointAt(curve, threshold);
  const accuracy = chosen && measureShare(chosen.right, chosen.covered);
  return {
    fileName: 'accuracy-coverage',
    title: w.coverage.title,
    note: w.coverage.note(total),
    summary:
      chosen && accuracy
        ? w.coverage.summary(
            f.percent(threshold),
            f.percent(chosen.covered / total),
            f.percent(accuracy.share ?? 0, 1),
            f.percent(accuracy.interval.low, 1),
            f.percent(accuracy.interval.high, 1),
          )
        : w.coverage.nothing(f.percent(threshold)),
    table: {
      columns: Object.values(w.coverage.columns),
      rows: curve.map(({ threshold: at, covered, right }) => {
        const { share, interval } = measureShare(right, covered);
        return [at, covered, total, right, share ?? 0, interval.low, interval.high].map((value) =>
          Number(value.toFixed(4)),
        );
      }),
    },
    draw: (width) => drawCoverage(curve, threshold, width, w, f),
  };
}
