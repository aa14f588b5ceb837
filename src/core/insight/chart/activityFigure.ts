import { densityPoints, type ActivityPattern } from '../activity/activityPattern.ts';
import type { DaylightShare } from '../activity/daylight.ts';
import type { ChartWords } from '../../../words/english/charts.ts';
import type { Formats } from '../../../words/formats.ts';
import { bottomAxis, bottomAxisHeight, leftAxis, type PlotArea } from './axis.ts';
import type { Drawing, Mark } from './drawing.ts';
import type { Figure } from './figure.ts';
import { areaPath, linePath, type Point } from './path.ts';
import { linearScale, type Scale } from './scale.ts';
import { linearTicks } from './ticks.ts';

/** Neighbouring quarters of an hour of the same light make one rectangle. */
function shading(daylight: readonly DaylightShare[], area: PlotArea, x: Scale): Mark[] {
  const marks: Mark[] = [];
  for (const tone of ['night', 'twilight'] as const) {
    let start = 0;
    daylight.forEach((share, quarter) => {
      if (daylight[quarter + 1]?.[tone] === share[tone]) return;
      const from = x(start / 4);
      start = quarter + 1;
      if (share[tone] < 0.01) return;
      const width = x(start / 4) - from;
      marks.push({
        kind: 'rectangle',
        x: from,
        y: area.top,
        width,
        height: area.bottom - area.top,
        tone,
        opacity: share[tone],
      });
    });
  }
  return marks;
}

function densityMarks({ density }: ActivityPattern, x: Scale, y: Scale): Mark[] {
  if (density === null) return [];
  // The first point again at 24 h: the curve comes round.
  const points = (values: readonly number[]): Point[] =>
    Array.from({ length: densityPoints + 1 }, (_, point): Point => [
      x((point * 24) / densityPoints),
      y(values[point % densityPoints] ?? 0),
    ]);
  return [
    {
      kind: 'path',
      path: areaPath(points(density.high), points(density.low)),
      filled: true,
      tone: 'accent',
      opacity: 0.22,
    },
    { kind: 'path', path: linePath(points(density.values)), filled: false, tone: 'accent' },
  ];
}

/** The highest value that has to fit, in events per hour. */
export function activityPeak({ histogram, density }: ActivityPattern): number {
  return Math.max(1, ...histogram, ...(density?.high ?? []));
}

function drawActivity(
  pattern: ActivityPattern,
  daylight: readonly DaylightShare[],
  peak: number,
  width: number,
  w: ChartWords,
  f: Formats,
): Drawing {
  const height = 190;
  const area = { left: 34, right: width - 10, top: 24, bottom: height - bottomAxisHeight(true) };
  const x = linearScale([0, 24], [area.left, area.right]);
  const y = linearScale([0, peak], [area.bottom, area.top]);
  const ticks = linearTicks(0, peak, 4, true).map((value) => ({ value, text: f.count(value) }));
  const hours = [0, 6, 12, 18, 24].map((value) => ({ value, text: String(value) }));
  const barWidth = Math.max(1, x(1) - x(0) - 1);
  const bars = pattern.histogram.flatMap((count, hour): Mark[] =>
    count === 0
      ? []
      : [
          {
            kind: 'rectangle',
            x: x(hour) + 0.5,
            y: y(count),
            width: barWidth,
            height: area.bottom - y(count),
            tone: 'animal',
            opacity: 0.5,
          },
        ],
  );
  return {
    width,
    height,
    marks: [
      ...shading(daylight, area, x),
      ...leftAxis(area, { scale: y, ticks, title: w.activity.vertical, grid: true }),
      ...bars,
      ...densityMarks(pattern, x, y),
      ...bottomAxis(area, { scale: x, ticks: hours, title: w.activity.axis }),
    ],
  };
}

/** The six hours in a row with the most events, as clock hours; the second may be past midnight. */
function busiest(histogram: readonly number[]): { from: number; to: number; count: number } {
  const sums = histogram.map((_, from) =>
    Array.from({ length: 6 }, (__, hour) => histogram[(from + hour) % 24] ?? 0).reduce(
      (sum, count) => sum + count,
      0,
    ),
  );
  const count = Math.max(...sums);
  const from = sums.indexOf(count);
  return { from, to: (from + 6) % 24, count };
}

/**
 * When in the day one kind was there: bars for the hours, a curve for the density and a band for what the sample leaves
 * open, on day, twilight and night.
 *
 * @param peak top of the vertical axis in events per hour: the kind's own `activityPeak`, or the highest of all of them
 */
export function activityFigure(
  name: string,
  label: string,
  pattern: ActivityPattern,
  daylight: readonly DaylightShare[],
  peak: number,
  w: ChartWords,
  f: Formats,
): Figure {
  const { from, to, count } = busiest(pattern.histogram);
  const { columns } = w.activity;
  const atHalfPast = (values: readonly number[] | undefined, hour: number): number | null =>
    values ? Number((values[hour * 4 + 2] ?? 0).toFixed(4)) : null;
  return {
    fileName: `activity-${label.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
    title: name,
    note: w.activity.note(pattern.n),
    summary:
      pattern.n === 0
        ? w.activity.none(name)
        : w.activity.summary(name, pattern.n, from, to, f.percent(count / pattern.n)),
    table: {
      columns: [columns.hour, columns.events, columns.density, columns.low, columns.high],
      rows: pattern.histogram.map((events, hour) => [
        hour,
        events,
        atHalfPast(pattern.density?.values, hour),
        atHalfPast(pattern.density?.low, hour),
        atHalfPast(pattern.density?.high, hour),
      ]),
    },
    draw: (width) => drawActivity(pattern, daylight, peak, width, w, f),
  };
}
