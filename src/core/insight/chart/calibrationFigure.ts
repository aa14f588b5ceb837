import type { CalibrationCurve } from '../evaluation/calibrationCurve.ts';
import type { ChartWords } from '../../../words/english/charts.ts';
import type { Formats } from '../../../words/formats.ts';
import { bottomAxis, bottomAxisHeight, leftAxis } from './axis.ts';
import type { Drawing, Mark } from './drawing.ts';
import type { Figure } from './figure.ts';
import { linearScale } from './scale.ts';
import { linearTicks } from './ticks.ts';

function drawCalibration({ bins }: CalibrationCurve, width: number, w: ChartWords, f: Formats): Drawing {
  const height = 300;
  const area = { left: 48, right: width - 20, top: 34, bottom: height - bottomAxisHeight(true) };
  const x = linearScale([0, 1], [area.left, area.right]);
  const y = linearScale([0, 1], [area.bottom, area.top]);
  const ticks = linearTicks(0, 1).map((value) => ({ value, text: f.percent(value) }));
  const most = Math.max(1, ...bins.map(({ right }) => right.of));
  return {
    width,
    height,
    marks: [
      ...leftAxis(area, { scale: y, ticks, title: w.calibration.vertical, grid: true }),
      ...bottomAxis(area, { scale: x, ticks, title: w.calibration.axis }),
      { kind: 'line', x1: x(0), y1: y(0), x2: x(1), y2: y(1), tone: 'soft', dashed: true },
      ...bins.flatMap(({ meanScore, right }): Mark[] => [
        {
          kind: 'line',
          x1: x(meanScore),
          y1: y(right.interval.low),
          x2: x(meanScore),
          y2: y(right.interval.high),
          tone: 'accent',
          weight: 2,
          opacity: 0.5,
        },
        {
          kind: 'circle',
          x: x(meanScore),
          y: y(right.share ?? 0),
          radius: 3 + 5 * Math.sqrt(right.of / most),
          tone: 'accent',
        },
      ]),
    ],
  };
}

/** Whether scores can be believed: the share that is right by score, larger dots for more answers. */
export function calibrationFigure(curve: CalibrationCurve, w: ChartWords, f: Formats): Figure {
  const n = curve.bins.reduce((sum, { right }) => sum + right.of, 0);
  const round = (value: number): number => Number(value.toFixed(4));
  return {
    fileName: 'calibration',
    title: w.calibration.title,
    note: w.calibration.note(n),
    summary: w.calibration.summary(n, f.percent(curve.expectedError, 1)),
    table: {
      columns: Object.values(w.calibration.columns),
      rows: curve.bins.map(({ from, to, meanScore, right }) => [
        round(from),
        round(to),
        round(meanScore),
        right.count,
        right.of,
        right.share === null ? null : round(right.share),
        round(right.interval.low),
        round(right.interval.high),
      ]),
    },
    draw: (width) => drawCalibration(curve, width, w, f),
  };
}
