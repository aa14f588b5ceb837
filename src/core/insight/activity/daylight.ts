import { sunElevation } from '../../time/sun.ts';

/** One place on one day, on the clock that its photos carry. */
export interface DayAtPlace {
  /** Decimal degrees, south and west negative. */
  latitude: number;
  longitude: number;
  /** Midnight of that day in seconds on the civil clock, as `civilSeconds` counts. */
  midnight: number;
  /** Seconds that the clock is ahead of UTC. */
  utcOffsetSeconds: number;
}

/** Of the days asked about, on how many it is night or twilight at one time of the clock, 0-1; the rest is day. */
export interface DaylightShare {
  night: number;
  twilight: number;
}

/** Quarters of an hour in a day. */
const quarters = 96;

/** Height of the sun's centre in degrees at which day ends (its rim sets), and nautical twilight, which ends in night. */
export const daylightLimits = { day: -0.833, twilight: -12 };

/**
 * Day, twilight and night over the clock, as shares, because the sun of June is not that of December.
 *
 * @returns one for each quarter of an hour, at its middle, from midnight on; empty when no day is given
 */
export function daylightOverClock(days: readonly DayAtPlace[]): DaylightShare[] {
  if (days.length === 0) return [];
  return Array.from({ length: quarters }, (_, quarter) => {
    const seconds = (quarter + 0.5) * 900;
    const share = { night: 0, twilight: 0 };
    for (const { latitude, longitude, midnight, utcOffsetSeconds } of days) {
      const elevation = sunElevation(latitude, longitude, midnight + seconds - utcOffsetSeconds);
      if (elevation < daylightLimits.twilight) share.night += 1 / days.length;
      else if (elevation < daylightLimits.day) share.twilight += 1 / days.length;
    }
    return share;
  });
}
