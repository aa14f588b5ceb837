import type { ChartWords } from '../../../words/english/charts.ts';
import type { Formats } from '../../../words/formats.ts';
import type { SpeciesAccumulation } from '../richness/speciesAccumulation.ts';
import { bottomAxis, bottomAxisHeight, leftAxis } from './axis.ts';
import { textSize, type Drawing } from './drawing.ts';
import type { Figure } from './figure.ts';
import { areaPath, linePath, type Point } from './path.ts';
import { linearScale } from './scale.ts';
import { linearTicks } from './ticks.ts';

function drawAccumulation(curve: SpeciesAccumulation, width: number, w: ChartWords, f: Formats): Drawing {
  const height = 280;
  const area = { left: 40, right: width - 20, top: 34, bottom: height - bottomAxisHeight(true) };
  const most = Math.max(1, curve.estimated, ...curve.points.map(({ high }) => high)) * 1.05;
  const x = linearScale([0, Math.max(1, curve.units)], [area.left, area.right]);
  const y = linearScale([0, most], [area.bottom, area.top]);
  const along = (pick: (point: SpeciesAccumulation['points'][number]) => number): Point[] =>
    curve.points.map((point) => [x(point.units), y(pick(point))]);
  const line = y(curve.estimated);
  return {
    width,
    height,
    marks: [
      ...leftAxis(area, {
        scale: y,
        ticks: linearTicks(0, most, 6, true).map((value) => ({ value, text: f.count(value) })),
        title: w.accumulation.vertical,
        grid: true,
      }),
      ...bottomAxis(area, {
        scale: x,
        ticks: linearTicks(0, curve.units, 6, true).map((value) => ({ value, text: f.count(value) })),
        title: w.accumulation.axis,
      }),
      {
        kind: 'path',
        path: areaPath(
          along(({ high }) => high),
          along(({ low }) => low),
        ),
        filled: true,
        tone: 'accent',
        opacity: 0.2,
      },
      { kind: 'line', x1: area.left, y1: line, x2: area.right, y2: line, tone: 'soft', dashed: true },
      {
        kind: 'text',
        x: area.right,
        y: line - 6,
        text: w.accumulation.estimated(f.decimal(curve.estimated)),
        anchor: 'end',
        size: textSize.small,
        tone: 'soft',
      },
      { kind: 'path', path: linePath(along(({ species }) => species)), filled: false, tone: 'accent' },
    ],
  };
}

/** The species accumulation curve, with the estimate of how many there are. */
export function accumulationFigure(curve: SpeciesAccumulation, w: ChartWords, f: Formats): Figure {
  const round = (value: number): number => Number(value.toFixed(3));
  const { columns } = w.accumulation;
  return {
    fileName: 'species-accumulation',
    title: w.accumulation.title,
    note: w.accumulation.note(curve.units),
    summary: w.accumulation.summary(curve.observed, curve.units, f.decimal(curve.estimated)),
    table: {
      columns: [columns.units, columns.species, columns.low, columns.high],
      rows: curve.points.map(({ units, species, low, high }) => [
        units,
        round(species),
        round(low),
        round(high),
      ]),
    },
    draw: (width) => drawAccumulation(curve, width, w, f),
  };
}
