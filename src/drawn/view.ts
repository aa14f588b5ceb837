/** A pinhole camera strapped to a tree: it looks level, a little off the ground. World: x right, y up, z away, metres. */
export interface View {
  /** Pixels. */
  width: number;
  height: number;
  /** Focal length in pixels. */
  focal: number;
  /** Row of the horizon. */
  horizon: number;
  /** Height of the lens above the ground in metres. */
  lensHeight: number;
}

/** A spot in pixels, with the pixels a metre takes up there. */
export interface ProjectedPoint {
  x: number;
  y: number;
  scale: number;
}

export function createView(width: number, height: number, horizonShare: number, lensHeight: number): View {
  return { width, height, focal: Math.max(width, height), horizon: height * horizonShare, lensHeight };
}

/** Where a point of the world falls in the picture; `z` must be above 0. */
export function project(view: View, x: number, y: number, z: number): ProjectedPoint {
  const scale = view.focal / z;
  return { x: view.width / 2 + x * scale, y: view.horizon + (view.lensHeight - y) * scale, scale };
}

/** Distance in metres of the ground seen at a row; infinite at the horizon and above. */
export function groundDistance(view: View, row: number): number {
  return row > view.horizon
    ? (view.focal * view.lensHeight) / (row - view.horizon)
    : Number.POSITIVE_INFINITY;
}
