import type { DeploymentEffort, SilentDays } from '../effort/effortCalendar.ts';
import type { ChartWords } from '../../../words/english/charts.ts';
import type { Formats } from '../../../words/formats.ts';
import { bottomAxis, bottomAxisHeight } from './axis.ts';
import { fitText, textSize, type Drawing, type Mark } from './drawing.ts';
import type { Figure } from './figure.ts';
import { linearScale, type Scale } from './scale.ts';
import { dayTicks } from './timeAxis.ts';

const secondsOfDay = 86_400;
const rowHeight = 40;
const laneHeight = 16;
/** Shorter silences are ordinary: not every day has a visitor. */
const shortestSilence = 3;

/** First and last day of the whole survey; null when no photo has a usable time. */
function spanOf(effort: readonly DeploymentEffort[]): { first: number; last: number } | null {
  const days = effort.flatMap(({ days: own }) => [own[0]?.day ?? [], own.at(-1)?.day ?? []].flat());
  return days.length === 0 ? null : { first: Math.min(...days), last: Math.max(...days) };
}

/** Days that one mark stands for, so that it is at least 3 px wide. */
function binOf(days: number, width: number): number {
  return [1, 7, 28, 91].find((bin) => (width * bin) / days >= 3) ?? 364;
}

function laneMarks(
  effort: DeploymentEffort,
  top: number,
  x: Scale,
  first: number,
  bin: number,
  most: number,
): Mark[] {
  const bins = new Map<number, { photos: number; detections: number }>();
  for (const { day, photos, detections } of effort.days) {
    const place = Math.floor((day - first) / bin);
    const known = bins.get(place) ?? { photos: 0, detections: 0 };
    bins.set(place, { photos: known.photos + photos, detections: known.detections + detections });
  }
  const width = Math.max(1, x(first + bin) - x(first) - 0.6);
  const lane = { y: top, height: laneHeight };
  const begin = effort.days[0]?.day ?? first;
  const marks: Mark[] = [
    { kind: 'rectangle', ...lane, x: x(begin), width: x(begin + effort.cameraDays) - x(begin), tone: 'lane' },
  ];
  for (const [place, { detections }] of bins) {
    const opacity = detections === 0 ? 0.3 : 0.35 + 0.65 * (detections / most);
    const tone = detections === 0 ? 'soft' : 'animal';
    // Photos without an animal are a low mark: shape says what colour says.
    const low = detections === 0 ? { y: top + laneHeight - 4, height: 4 } : lane;
    marks.push({ kind: 'rectangle', ...low, x: x(first + place * bin), width, tone, opacity });
  }
  for (const { from, days } of effort.silences) {
    if (days < shortestSilence) continue;
    const y = top + laneHeight / 2;
    marks.push({ kind: 'line', x1: x(from), y1: y, x2: x(from + days), y2: y, tone: 'soft', dashed: true });
  }
  return marks;
}

function mostInBin(effort: readonly DeploymentEffort[], first: number, bin: number): number {
  let most = 1;
  for (const { days } of effort) {
    const bins = new Map<number, number>();
    for (const { day, detections } of days) {
      const place = Math.floor((day - first) / bin);
      const sum = (bins.get(place) ?? 0) + detections;
      bins.set(place, sum);
      most = Math.max(most, sum);
    }
  }
  return most;
}

function drawCalendar(
  effort: readonly DeploymentEffort[],
  width: number,
  w: ChartWords,
  f: Formats,
): Drawing {
  const span = spanOf(effort);
  if (span === null) return { width, height: 0, marks: [] };
  const area = { left: 0, right: width - 8, top: 0, bottom: effort.length * rowHeight };
  const days = span.last - span.first + 1;
  const bin = binOf(days, area.right - area.left);
  const x = linearScale([span.first, span.last + 1], [area.left, area.right]);
  const most = mostInBin(effort, span.first, bin);
  const marks: Mark[] = bottomAxis(area, {
    scale: x,
    ticks: dayTicks(span.first, span.last, Math.max(2, Math.floor(width / 80)), f),
    title: w.calendar.bin(bin),
    grid: true,
  });
  effort.forEach((one, index) => {
    const top = index * rowHeight;
    const name = fitText(one.deployment.station || one.deployment.id, textSize.axis, width * 0.7);
    const text = { kind: 'text', y: top + 14, size: textSize.axis } as const;
    marks.push(
      { ...text, x: 0, anchor: 'start', text: name, tone: 'ink' },
      { ...text, x: area.right, anchor: 'end', text: w.calendar.events(one.detections), tone: 'soft' },
      ...(one.days.length === 0 ? [] : laneMarks(one, top + 19, x, span.first, bin, most)),
    );
  });
  return { width, height: area.bottom + bottomAxisHeight(true), marks };
}

function longest(silences: readonly SilentDays[]): SilentDays | null {
  return silences.reduce<SilentDays | null>(
    (best, one) => (best === null || one.days > best.days ? one : best),
    null,
  );
}

function summaryOf(effort: readonly DeploymentEffort[], w: ChartWords, f: Formats): string {
  const span = spanOf(effort);
  if (span === null) return w.calendar.undated;
  const detections = effort.reduce((sum, one) => sum + one.detections, 0);
  const ranked = effort
    .flatMap(({ deployment, silences }) => {
      const silence = longest(silences);
      return silence ? [{ station: deployment.station, ...silence }] : [];
    })
    .sort((left, right) => right.days - left.days);
  const [worst] = ranked;
  const date = (day: number): string => f.date(day * secondsOfDay);
  const silence =
    worst && worst.days >= shortestSilence
      ? w.calendar.silence(worst.station, worst.days, date(worst.from))
      : w.calendar.noSilence;
  return `${w.calendar.summary(date(span.first), date(span.last), detections)} ${silence}`;
}

/** A lane for each deployment: when it had photos, when animals, when it was silent. */
export function calendarFigure(effort: readonly DeploymentEffort[], w: ChartWords, f: Formats): Figure {
  const cameraDays = effort.reduce((sum, one) => sum + one.cameraDays, 0);
  const isoDay = (day: number | undefined): string | null =>
    day === undefined ? null : new Date(day * secondsOfDay * 1000).toISOString().slice(0, 10);
  return {
    fileName: 'effort-calendar',
    title: w.calendar.title,
    note: w.calendar.note(cameraDays, effort.length),
    summary: summaryOf(effort, w, f),
    table: {
      columns: Object.values(w.calendar.columns),
      rows: effort.map(({ deployment, days, cameraDays: own, photos, detections, silences }) => [
        deployment.id,
        deployment.station,
        isoDay(days[0]?.day),
        isoDay(days.at(-1)?.day),
        own,
        days.length,
        longest(silences)?.days ?? 0,
        photos,
        detections,
      ]),
    },
    draw: (width) => drawCalendar(effort, width, w, f),
  };
}
