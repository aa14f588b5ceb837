import type { ChartWords } from '../../../words/english/charts.ts';
import type { Formats } from '../../../words/formats.ts';
import type { SpeciesTally } from '../richness/speciesTally.ts';
import { bottomAxis, bottomAxisHeight } from './axis.ts';
import { fitText, textSize, type Drawing, type Mark, type Tone } from './drawing.ts';
import type { Figure } from './figure.ts';
import { logScale } from './scale.ts';
import { logTicks } from './ticks.ts';

const rowHeight = 40;
/** A single event may come of a mean far under one; the line is cut here, and the table has the number. */
const axisBegin = 0.5;

function toneOf({ role }: SpeciesTally): Tone {
  return role === 'person' || role === 'vehicle' ? role : 'animal';
}

function nameMarks(tally: SpeciesTally, shown: string, middle: number, width: number): Mark[] {
  const main = fitText(shown, textSize.axis + 1, width);
  const second = shown === tally.label ? null : fitText(tally.label, textSize.small, width);
  const text = { kind: 'text', x: 0, anchor: 'start' } as const;
  return [
    {
      ...text,
      y: second === null ? middle + 4 : middle - 2,
      text: main,
      size: textSize.axis + 1,
      tone: 'ink',
    },
    ...(second === null
      ? []
      : [
          {
            ...text,
            y: middle + 12,
            text: second,
            size: textSize.small,
            tone: 'soft',
            italic: true,
          } as const,
        ]),
  ];
}

/** How many events of each kind: a dot for the count, a line for its interval, a ring for what a person confirmed. */
function drawSpecies(
  tallies: readonly SpeciesTally[],
  width: number,
  w: ChartWords,
  f: Formats,
  names: SpeciesNames,
): Drawing {
  const labelWidth = Math.min(190, width * 0.38);
  const area = { left: labelWidth + 12, right: width - 44, top: 4, bottom: 4 + tallies.length * rowHeight };
  const most = Math.max(1, ...tallies.map(({ interval }) => interval.high));
  const scale = logScale([axisBegin, most], [area.left, area.right]);
  const ticks = logTicks(axisBegin, most).filter((value) => value >= 1);
  const marks = bottomAxis(area, {
    scale,
    ticks: ticks.map((value) => ({ value, text: f.count(value) })),
    title: w.species.axis,
    grid: true,
  });
  tallies.forEach((tally, index) => {
    const y = area.top + (index + 0.5) * rowHeight;
    const tone = toneOf(tally);
    const x = scale(tally.events);
    marks.push(
      ...nameMarks(tally, names(tally), y, labelWidth),
      {
        kind: 'line',
        x1: scale(tally.interval.low),
        y1: y,
        x2: scale(tally.interval.high),
        y2: y,
        tone,
        weight: 3,
        opacity: 0.45,
      },
      { kind: 'circle', x, y, radius: 5.5, tone },
      {
        kind: 'text',
        x: width,
        y: y + 4,
        text: f.count(tally.events),
        anchor: 'end',
        size: textSize.axis + 1,
        tone: 'ink',
        bold: true,
      },
    );
    if (tally.confirmed > 0) {
      marks.push({ kind: 'circle', x: scale(tally.confirmed), y, radius: 8.5, hollow: true, tone: 'ink' });
    }
  });
  return { width, height: area.bottom + bottomAxisHeight(true), marks };
}

/** How a kind is called on charts, in the reader's language. */
export type SpeciesNames = (tally: { label: string; commonName: string | null }) => string;

/**
 * Species counts on a logarithmic scale.
 *
 * @param cameraDays of the whole survey, for the rate
 */
export function speciesFigure(
  tallies: readonly SpeciesTally[],
  cameraDays: number,
  w: ChartWords,
  f: Formats,
  names: SpeciesNames,
): Figure {
  const events = tallies.reduce((sum, tally) => sum + tally.events, 0);
  const confirmed = tallies.reduce((sum, tally) => sum + tally.confirmed, 0);
  const [first] = tallies;
  return {
    fileName: 'species-counts',
    title: w.species.title,
    note: w.species.note(events, tallies.length),
    summary: first
      ? w.species.summary(
          names(first),
          first.events,
          f.decimal(first.interval.low, 0),
          f.decimal(first.interval.high, 0),
          f.percent(confirmed / events),
        )
      : '',
    table: {
      columns: Object.values(w.species.columns),
      rows: tallies.map((tally) => [
        tally.label,
        tally.commonName,
        tally.events,
        Number(tally.interval.low.toFixed(2)),
        Number(tally.interval.high.toFixed(2)),
        cameraDays === 0 ? null : Number(((100 * tally.events) / cameraDays).toFixed(3)),
        tally.confirmed,
        tally.individuals,
        tally.photos,
        tally.deployments,
      ]),
    },
    draw: (width) => drawSpecies(tallies, width, w, f, names),
  };
}
