import { textSize, textWidth, type Mark } from './drawing.ts';
import type { Scale } from './scale.ts';

/** Where the data is drawn, in px: what lies between the axes. */
export interface PlotArea {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface AxisTick {
  value: number;
  text: string;
}

interface AxisOptions {
  scale: Scale;
  ticks: readonly AxisTick[];
  /** What is measured, with its unit. */
  title?: string;
  /** Lines across the plot at each tick. */
  grid?: boolean;
}

const { axis: size } = textSize;

/** Height under the plot that an axis needs, in px. */
export function bottomAxisHeight(hasTitle: boolean): number {
  return hasTitle ? 42 : 22;
}

/** An axis under the plot. Texts that would run into the one before are left out. */
export function bottomAxis(area: PlotArea, { scale, ticks, title, grid = false }: AxisOptions): Mark[] {
  const marks: Mark[] = [
    { kind: 'line', x1: area.left, y1: area.bottom, x2: area.right, y2: area.bottom, tone: 'soft' },
  ];
  let taken = -Infinity;
  for (const { value, text } of ticks) {
    const x = scale(value);
    marks.push({
      kind: 'line',
      x1: x,
      y1: grid ? area.top : area.bottom,
      x2: x,
      y2: area.bottom + 4,
      tone: 'line',
    });
    const half = textWidth(text, size) / 2;
    if (x - half < taken) continue;
    taken = x + half + 6;
    marks.push({ kind: 'text', x, y: area.bottom + 17, text, anchor: 'middle', size, tone: 'soft' });
  }
  if (title !== undefined) {
    const x = (area.left + area.right) / 2;
    marks.push({ kind: 'text', x, y: area.bottom + 36, text: title, anchor: 'middle', size, tone: 'soft' });
  }
  return marks;
}

/** An axis left of the plot; its title stands above it, where it can be read without turning the head. */
export function leftAxis(area: PlotArea, { scale, ticks, title, grid = false }: AxisOptions): Mark[] {
  const marks = ticks.flatMap(({ value, text }): Mark[] => {
    const y = scale(value);
    const right = grid ? area.right : area.left;
    return [
      { kind: 'line', x1: area.left - 4, y1: y, x2: right, y2: y, tone: 'line' },
      { kind: 'text', x: area.left - 8, y: y + 4, text, anchor: 'end', size, tone: 'soft' },
    ];
  });
  if (title !== undefined) {
    marks.push({ kind: 'text', x: 0, y: area.top - 10, text: title, anchor: 'start', size, tone: 'soft' });
  }
  return marks;
}
