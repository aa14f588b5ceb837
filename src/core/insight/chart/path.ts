/** A place on the drawing, in px. */
export type Point = readonly [x: number, y: number];

/** A tenth of a px is finer than any screen. */
function write([x, y]: Point): string {
  return `${Number(x.toFixed(1))},${Number(y.toFixed(1))}`;
}

/** SVG path data of straight lines from point to point; empty without points. */
export function linePath(points: readonly Point[]): string {
  return points.length === 0 ? '' : `M${points.map(write).join('L')}`;
}

/** SVG path data of the area between two lines, both from left to right. */
export function areaPath(upper: readonly Point[], lower: readonly Point[]): string {
  return upper.length === 0 ? '' : `${linePath([...upper, ...lower.toReversed()])}Z`;
}
