import type { CaptureTime } from './captureTime.ts';
import { civilSeconds } from './captureTime.ts';
import { parseCivil, shiftCaptureTime } from './civilShift.ts';
import { driftCorrection, type ClockDrift } from './clockDrift.ts';
import { swapDayMonth } from './dayMonth.ts';
import { offsetAt, type DeploymentZone } from './timeZone.ts';
import { formatUtcOffset, parseUtcOffset } from './utcOffset.ts';
import { wrongYearSeconds, type WrongYear } from './wrongYear.ts';

/** From a moment on, the clocks of the place differ from the camera's, which nobody changed. */
export interface DaylightSavingShift {
  /** Inclusive, on the clock as corrected so far: `2021-10-31T03:00:00`. */
  from: string;
  /** Added to it, in seconds: -3600 where summer time ends, 3600 where it begins. */
  seconds: number;
}

/**
 * What is wrong with the clock of one deployment, as a person found out. A value, kept beside the originals and never
 * written into them. The parts always apply in the order in which they stand here.
 */
export interface ClockCorrection {
  /** 1. The camera wrote day and month in each other's place; see `dayMonthEvidence` for what to check before. */
  dayMonthSwapped: boolean;
  /** 2. */
  wrongYear: WrongYear | null;
  /** 3. Fixed, in seconds: true time minus the camera's. */
  offsetSeconds: number;
  /** 4. Its points are times on the camera's clock as corrected by 1 to 3, and the true ones. */
  drift: ClockDrift | null;
  /** 5. Gives the time its offset from UTC, in place of the one the camera wrote, if any. Moves nothing. */
  zone: DeploymentZone | null;
  /** 6. Each moves the clock and, so that the moment stays the same, its offset from UTC. They add up. */
  daylightSaving: readonly DaylightSavingShift[];
}

/** Nothing is wrong with the clock, and its zone is not known. */
export const noClockCorrection: ClockCorrection = {
  dayMonthSwapped: false,
  wrongYear: null,
  offsetSeconds: 0,
  drift: null,
  zone: null,
  daylightSaving: [],
};

/**
 * The capture time on a clock that was never changed in the course of the deployment: steps 1 to 4. Photos are put in
 * order and grouped by it, because in autumn an hour of civil time comes twice.
 *
 * @returns null when the result lies outside the years 1000-9999
 * @throws RangeError for a part that cannot be read; `clockCorrectionProblems` says which beforehand
 */
export function steadyCaptureTime(time: CaptureTime, correction: ClockCorrection): CaptureTime | null {
  const dated = correction.dayMonthSwapped ? swapDayMonth(time) : time;
  const years = correction.wrongYear ? wrongYearSeconds(correction.wrongYear) : 0;
  const shifted = shiftCaptureTime(dated, years + correction.offsetSeconds);
  if (shifted === null || correction.drift === null) return shifted;
  return shiftCaptureTime(shifted, driftCorrection(correction.drift, civilSeconds(shifted)));
}

/** The time with the offset from UTC that the zone gives it. */
function inZone(time: CaptureTime, zone: DeploymentZone): CaptureTime {
  return { ...time, offset: formatUtcOffset(offsetAt(zone, Math.floor(civilSeconds(time))).seconds) };
}

/**
 * The capture time with all corrections of its deployment, 1 to 6; the original is left as it is. Without a zone
 * the offset from UTC stays what the camera wrote, as a rule nothing: none is invented.
 *
 * @returns null when the result lies outside the years 1000-9999
 * @throws RangeError as `steadyCaptureTime`
 */
export function correctCaptureTime(time: CaptureTime, correction: ClockCorrection): CaptureTime | null {
  const steady = steadyCaptureTime(time, correction);
  if (steady === null) return null;
  const zoned = correction.zone ? inZone(steady, correction.zone) : steady;
  const seconds = civilSeconds(steady);
  let shift = 0;
  for (const { from, seconds: step } of correction.daylightSaving) {
    const start = parseCivil(from);
    if (start === null) throw new RangeError(`"${from}" is no time of the form 2021-10-31T03:00:00.`);
    if (seconds >= start) shift += step;
  }
  const moved = shiftCaptureTime(zoned, shift);
  const offset = zoned.offset === null || shift === 0 ? null : parseUtcOffset(zoned.offset);
  return moved && offset !== null ? { ...moved, offset: formatUtcOffset(offset + shift) } : moved;
}
