import type { DeploymentEffort } from '../effort/effortCalendar.ts';
import type { ChartWords } from '../../../words/english/charts.ts';
import { fitText, textSize, textWidth, type Drawing, type Mark } from './drawing.ts';
import type { Figure } from './figure.ts';
import { linearScale } from './scale.ts';
import { roundStep } from './ticks.ts';

/** A degree of latitude; the Earth is round to a third of a percent. */
const metresOfDegree = 111_195;
const margin = 48;
const biggest = 18;

interface PlacedDeployment {
  id: string;
  name: string;
  latitude: number;
  longitude: number;
  detections: number;
}

function placed(effort: readonly DeploymentEffort[]): PlacedDeployment[] {
  return effort.flatMap(({ deployment, detections }) => {
    const { id, station, latitude, longitude } = deployment;
    return latitude === null || longitude === null
      ? []
      : [{ id, name: station || id, latitude, longitude, detections }];
  });
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Names beside their circles, the busiest first; one that would cover another is left to the table. */
function nameMarks(
  circles: readonly { x: number; y: number; radius: number; name: string }[],
  width: number,
): Mark[] {
  const taken: Box[] = circles.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  return circles.flatMap(({ x, y, radius, name }): Mark[] => {
    const text = fitText(name, textSize.axis, width / 2);
    const length = textWidth(text, textSize.axis);
    const toRight = x + radius + 5 + length <= width;
    const left = toRight ? x + radius + 5 : x - radius - 5 - length;
    const box = { left, right: left + length, top: y - 8, bottom: y + 6 };
    if (left < 0 || taken.some((other) => overlaps(box, other))) return [];
    taken.push(box);
    return [
      {
        kind: 'text',
        x: toRight ? left : left + length,
        y: y + 4,
        text,
        anchor: toRight ? 'start' : 'end',
        size: textSize.axis,
        tone: 'ink',
      },
    ];
  });
}

function drawMap(places: readonly PlacedDeployment[], width: number, w: ChartWords): Drawing {
  const middle = (pick: (place: PlacedDeployment) => number): { centre: number; span: number } => {
    const values = places.map(pick);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return { centre: (low + high) / 2, span: high - low };
  };
  const north = middle(({ latitude }) => latitude);
  const shrink = Math.max(0.01, Math.cos((north.centre * Math.PI) / 180));
  const east = middle(({ longitude }) => longitude * shrink);
  const inner = width - 2 * margin;
  // At least a hundred metres across, so that one camera is a point and not a universe.
  const span = Math.max(east.span, 100 / metresOfDegree);
  const aspect = Math.min(1.2, Math.max(0.35, north.span / span));
  const height = Math.round(Math.min(360, inner * aspect) + 2 * margin);
  const pxOfDegree = Math.min(
    inner / span,
    (height - 2 * margin) / Math.max(north.span, 100 / metresOfDegree),
  );
  const x = linearScale([east.centre, east.centre + 1], [width / 2, width / 2 + pxOfDegree]);
  const y = linearScale([north.centre, north.centre + 1], [height / 2, height / 2 - pxOfDegree]);
  const most = Math.max(1, ...places.map(({ detections }) => detections));
  const circles = places
    .toSorted((left, right) => right.detections - left.detections)
    .map(({ longitude, latitude, detections, name }) => ({
      x: x(longitude * shrink),
      y: y(latitude),
      radius: Math.max(3, biggest * Math.sqrt(detections / most)),
      name,
    }));
  const bar = roundStep(((width / 5) * metresOfDegree) / pxOfDegree);
  const barWidth = (bar / metresOfDegree) * pxOfDegree;
  return {
    width,
    height,
    marks: [
      { kind: 'rectangle', x: 0, y: 0, width, height, tone: 'lane', opacity: 0.5 },
      ...circles.map(({ x: cx, y: cy, radius }): Mark => ({
        kind: 'circle',
        x: cx,
        y: cy,
        radius,
        tone: 'animal',
        opacity: 0.6,
      })),
      ...nameMarks(circles, width),
      { kind: 'line', x1: 12, y1: height - 14, x2: 12 + barWidth, y2: height - 14, tone: 'ink', weight: 2 },
      {
        kind: 'text',
        x: 12,
        y: height - 20,
        text: w.map.metres(bar),
        anchor: 'start',
        size: textSize.small,
        tone: 'soft',
      },
      { kind: 'path', path: `M${width - 18},10l5,12h-10Z`, filled: true, tone: 'soft' },
      {
        kind: 'text',
        x: width - 18,
        y: 35,
        text: w.map.north,
        anchor: 'middle',
        size: textSize.small,
        tone: 'soft',
      },
    ],
  };
}

/** Deployments by their coordinates, east to the right and true to scale; null when none has any. */
export function mapFigure(effort: readonly DeploymentEffort[], w: ChartWords): Figure | null {
  const places = placed(effort);
  const [busiest] = places.toSorted((left, right) => right.detections - left.detections);
  if (!busiest) return null;
  return {
    fileName: 'deployment-map',
    title: w.map.title,
    note: w.map.note(places.length, effort.length),
    summary: w.map.summary(places.length, busiest.name, busiest.detections),
    table: {
      columns: Object.values(w.map.columns),
      rows: places.map(({ id, name, latitude, longitude, detections }) => [
        id,
        name,
        latitude,
        longitude,
        detections,
      ]),
    },
    draw: (width) => drawMap(places, width, w),
  };
}
