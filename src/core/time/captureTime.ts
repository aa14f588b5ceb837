import { toCivil } from './civilTime.ts';

/** Where a capture time was read from, best first. */
export type CaptureTimeSource = 'exif' | 'filename' | 'modified';

/**
 * The civil time on the camera's clock when the photo was taken.
 * It has no zone of its own (EXIF has none), so it never passes through a `Date` in the reader's zone.
 */
export interface CaptureTime {
  /** `YYYY-MM-DDTHH:MM:SS`. */
  civil: string;
  /** Digits of the fraction of a second as the camera wrote them, for example `'07'` for 0.07 s. */
  subsecond: string | null;
  /** UTC offset as the camera wrote it, for example `+02:00`; most camera traps write none. */
  offset: string | null;
  source: CaptureTimeSource;
}

/**
 * Seconds on the camera's civil clock, with the fraction, counted from 1970-01-01T00:00:00 on that same clock.
 * For ordering and gaps only: it is no moment in UTC, and no zone or daylight saving enters it.
 * NaN for a `civil` that is not `YYYY-MM-DDTHH:MM:SS`.
 */
export function civilSeconds({ civil, subsecond }: CaptureTime): number {
  const fraction = subsecond === null ? 0 : Number(`0.${subsecond}`);
  return wholeSeconds(civil) + fraction;
}

/** The number that so many digits make, or NaN; without a piece of text for each, because 100,000 times are read at once. */
function digits(text: string, from: number, count: number): number {
  let number = 0;
  for (let place = from; place < from + count; place += 1) {
    const digit = text.charCodeAt(place) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

function wholeSeconds(civil: string): number {
  if (civil.length !== 19) return NaN;
  const [year, month, day] = [digits(civil, 0, 4), digits(civil, 5, 2), digits(civil, 8, 2)];
  const [hour, minute, second] = [digits(civil, 11, 2), digits(civil, 14, 2), digits(civil, 17, 2)];
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

/** `YYYY-MM-DDTHH:MM:SS`, with `.` and the camera's own digits of the fraction if it wrote any; no zone. */
export function formatCaptureTime({ civil, subsecond }: CaptureTime): string {
  return subsecond === null ? civil : `${civil}.${subsecond}`;
}

/**
 * The last resort: when the file was last written, on the reader's clock. Copying a card may have changed it.
 *
 * @param modifiedAt ms since 1970, UTC, as in `File.lastModified`
 * @param offsetMinutes minutes that the reader's clock was ahead of UTC then: `-new Date(modifiedAt).getTimezoneOffset()`
 * @returns null when the time is not a number or lies outside years 1000-9999
 */
export function captureTimeFromModified(modifiedAt: number, offsetMinutes: number): CaptureTime | null {
  const shifted = new Date(modifiedAt + offsetMinutes * 60_000);
  if (Number.isNaN(shifted.getTime())) return null;
  const civil = toCivil([
    shifted.getUTCFullYear(),
    shifted.getUTCMonth() + 1,
    shifted.getUTCDate(),
    shifted.getUTCHours(),
    shifted.getUTCMinutes(),
    shifted.getUTCSeconds(),
  ]);
  return civil === null ? null : { civil, subsecond: null, offset: null, source: 'modified' };
}
