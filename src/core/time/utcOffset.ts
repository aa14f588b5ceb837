import { civilSeconds, type CaptureTime } from './captureTime.ts';

/** The widest offset any zone on Earth has had in this century is 14 h (Kiribati); EXIF readers refuse more as well. */
const widestSeconds = 14 * 3600;

/**
 * Reads an offset from UTC as ISO 8601 writes it: `+02:00`, `-0330` or `Z`.
 *
 * @returns seconds that the clock is ahead of UTC, or null for anything else and for more than 14 hours
 */
export function parseUtcOffset(text: string): number | null {
  if (/^\s*z\s*$/i.test(text)) return 0;
  const match = /^\s*([+\-−])(\d{2}):?(\d{2})\s*$/.exec(text);
  if (!match || Number(match[3]) > 59) return null;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
  if (seconds > widestSeconds) return null;
  return match[1] === '+' || seconds === 0 ? seconds : -seconds;
}

/** `+02:00` for 7200 seconds ahead of UTC; whole minutes, so anything less is rounded away. */
export function formatUtcOffset(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${seconds < 0 && minutes > 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Seconds since 1970 in UTC; null for a capture time without an offset, which is no moment and is never given one. */
export function utcSeconds(time: CaptureTime): number | null {
  const offset = time.offset === null ? null : parseUtcOffset(time.offset);
  return offset === null ? null : civilSeconds(time) - offset;
}
