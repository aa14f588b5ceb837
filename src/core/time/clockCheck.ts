import { sunElevation } from './sun.ts';

/** What the check needs of a photo. */
export interface LitPhoto {
  /** Seconds on the corrected civil clock, as `civilSeconds` counts. */
  civilSeconds: number;
  /** Seconds that this clock is ahead of UTC. */
  utcOffsetSeconds: number;
  /** Taken by infra-red light; see `isGrey`. */
  isGrey: boolean;
}

/**
 * From which height of the sun light and photo contradict each other, in degrees. Chosen here, as no published rule
 * was found: cameras switch to infra-red by their own light sensor, near sunset in the open and earlier under trees,
 * and no camera sees colour without a flash once the sun is 12° down (end of nautical twilight).
 */
export const clockCheckLimits = { highSunDegrees: 20, deepNightDegrees: -12 };

/**
 * `fits`: at most one photo in ten contradicts the sun. `suspect`: more do. `wrong`: more than half do, and both kinds
 * of photos were seen. `too-few`: fewer than five photos were taken by high sun or in deep night.
 * A camera with a white flash, or one that has lost its infra-red filter, has photos of one kind only and is never
 * more than `suspect`.
 */
export type ClockVerdict = 'fits' | 'suspect' | 'wrong' | 'too-few';

/** A shift of the clock with which the photos fit the sun better. A wrong offset from UTC looks just the same. */
export interface ClockSuggestion {
  /** Whole hours to add, -11 to 12; 12 for morning and evening in each other's place. */
  hours: number;
  /** How many photos would still contradict the sun. */
  conflicts: number;
}

export interface ClockCheck {
  /** Photos taken by high sun or in deep night, by the clock: the only ones that say anything. */
  judged: number;
  greyAtHighSun: number;
  colourAtDeepNight: number;
  verdict: ClockVerdict;
  /** null when the clock fits, or no shift at least halves the contradictions. */
  suggestion: ClockSuggestion | null;
}

const fewestPhotos = 5;

function count(photos: readonly LitPhoto[], latitude: number, longitude: number, hours: number) {
  let highSun = 0;
  let deepNight = 0;
  let greyAtHighSun = 0;
  let colourAtDeepNight = 0;
  // Degrees on the wrong side of the horizon: tells apart shifts that leave equally many contradictions.
  let misfit = 0;
  for (const { civilSeconds, utcOffsetSeconds, isGrey } of photos) {
    const utc = civilSeconds - utcOffsetSeconds + hours * 3600;
    const elevation = sunElevation(latitude, longitude, utc);
    misfit += Math.max(0, isGrey ? elevation : -elevation);
    if (elevation >= clockCheckLimits.highSunDegrees) {
      highSun += 1;
      if (isGrey) greyAtHighSun += 1;
    } else if (elevation <= clockCheckLimits.deepNightDegrees) {
      deepNight += 1;
      if (!isGrey) colourAtDeepNight += 1;
    }
  }
  const conflicts = greyAtHighSun + colourAtDeepNight;
  return { hours, judged: highSun + deepNight, greyAtHighSun, colourAtDeepNight, conflicts, misfit };
}

function suggest(photos: readonly LitPhoto[], latitude: number, longitude: number, conflicts: number) {
  const tried = Array.from({ length: 24 }, (_, index) => count(photos, latitude, longitude, index - 11));
  const fewest = Math.min(...tried.map((shift) => shift.conflicts));
  const best = tried
    .filter((shift) => shift.conflicts === fewest)
    .reduce((left, right) =>
      // Morning and evening swapped is by far the most common mistake, so it wins where it explains as much.
      left.hours !== 12 && (right.hours === 12 || right.misfit < left.misfit) ? right : left,
    );
  return best.conflicts * 2 <= conflicts ? { hours: best.hours, conflicts: best.conflicts } : null;
}

/**
 * Checks the clock of one deployment by physics: infra-red photos are not taken by high sun, nor colour photos in
 * deep night.
 *
 * @param latitude decimal degrees, south negative
 * @param longitude decimal degrees, west negative
 */
export function checkClock(photos: readonly LitPhoto[], latitude: number, longitude: number): ClockCheck {
  const { judged, greyAtHighSun, colourAtDeepNight, conflicts } = count(photos, latitude, longitude, 0);
  const grey = photos.filter(({ isGrey }) => isGrey).length;
  const bothKinds = grey > 0 && grey < photos.length;
  let verdict: ClockVerdict = 'fits';
  if (judged < fewestPhotos) verdict = 'too-few';
  else if (conflicts * 2 > judged && bothKinds) verdict = 'wrong';
  else if (conflicts * 10 > judged) verdict = 'suspect';
  const contradicts = verdict === 'suspect' || verdict === 'wrong';
  const suggestion = contradicts ? suggest(photos, latitude, longitude, conflicts) : null;
  return { judged, greyAtHighSun, colourAtDeepNight, verdict, suggestion };
}
