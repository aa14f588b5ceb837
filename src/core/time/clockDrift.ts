import { parseCivil } from './civilShift.ts';

/** What the camera's clock showed at a moment, and the true civil time then; both `YYYY-MM-DDTHH:MM:SS`. */
export interface ClockPoint {
  camera: string;
  true: string;
}

/** A clock that runs fast or slow, known at two moments: as a rule when it was set up and when it was taken down. */
export interface ClockDrift {
  first: ClockPoint;
  second: ClockPoint;
}

function seconds(civil: string): number {
  const parsed = parseCivil(civil);
  if (parsed === null) throw new RangeError(`"${civil}" is no time of the form 2021-06-04T18:32:05.`);
  return parsed;
}

/**
 * How much to add to a time on the camera's clock, on the straight line through both points and beyond them.
 *
 * @param cameraSeconds seconds on the camera's civil clock, as `parseCivil` counts
 * @returns seconds
 * @throws RangeError when a point is no time, or both points show the same camera time
 */
export function driftCorrection({ first, second }: ClockDrift, cameraSeconds: number): number {
  const firstCamera = seconds(first.camera);
  const span = seconds(second.camera) - firstCamera;
  if (span === 0) throw new RangeError('Both points of a drift show the same camera time.');
  const firstError = seconds(first.true) - firstCamera;
  const secondError = seconds(second.true) - seconds(second.camera);
  return firstError + ((secondError - firstError) * (cameraSeconds - firstCamera)) / span;
}

/** How fast the clock drifts, in seconds a day, positive when it loses time; throws as `driftCorrection` does. */
export function driftPerDay(drift: ClockDrift): number {
  const start = seconds(drift.first.camera);
  return driftCorrection(drift, start + 86_400) - driftCorrection(drift, start);
}
