import type { CaptureTime } from './captureTime.ts';
import { parseCivil } from './civilShift.ts';
import { correctCaptureTime, type ClockCorrection } from './clockCorrection.ts';

/**
 * The fixed offset with which a correction makes one photo's time the true one, as a watch held before the camera shows
 * it.
 *
 * @param truth on the clocks of the place, such as `2021-06-04T18:32:05`
 * @returns seconds, whole; null when the truth cannot be read or the photo's time leaves the calendar
 */
export function offsetForTruth(
  original: CaptureTime,
  correction: ClockCorrection,
  truth: string,
): number | null {
  const wanted = parseCivil(truth);
  let offsetSeconds = correction.offsetSeconds;
  // Twice, because a drift and summer time depend on where the offset has put the photo.
  for (let round = 0; round < 2; round += 1) {
    const corrected = correctCaptureTime(original, { ...correction, offsetSeconds });
    const shown = corrected && parseCivil(corrected.civil);
    if (wanted === null || shown === null) return null;
    offsetSeconds = Math.round(offsetSeconds + wanted - shown);
  }
  return offsetSeconds;
}
