import type { CaptureTime } from './captureTime.ts';
import { toCivil } from './civilTime.ts';

const civilPattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})$/;

/**
 * Whole seconds on a civil clock since 1970-01-01T00:00:00 on that same clock; no zone enters.
 *
 * @returns null for text that is not `YYYY-MM-DDTHH:MM:SS` or names no day or hour there is
 */
export function parseCivil(civil: string): number | null {
  const match = civilPattern.exec(civil);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  if (toCivil([year, month, day, hour, minute, second]) === null) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

/** The inverse of `parseCivil`; null outside the years 1000-9999. */
export function formatCivil(seconds: number): string | null {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return null;
  return toCivil([
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ]);
}

/**
 * The same photo on a clock that is `seconds` later (or earlier, when negative). As many digits of a second are kept
 * as the camera wrote: a correction does not make a time more precise than it was.
 *
 * @returns null when the result lies outside the years 1000-9999, or the time is none
 */
export function shiftCaptureTime(time: CaptureTime, seconds: number): CaptureTime | null {
  if (seconds === 0) return time;
  const whole = parseCivil(time.civil);
  if (whole === null || !Number.isFinite(seconds)) return null;
  const unit = 10 ** (time.subsecond?.length ?? 0);
  const shiftWhole = Math.floor(seconds);
  const shiftUnits = Math.round((seconds - shiftWhole) * unit);
  // A whole shift leaves the camera's digits alone, however many it wrote.
  const units = shiftUnits === 0 ? 0 : Number(time.subsecond ?? 0) + shiftUnits;
  const civil = formatCivil(whole + shiftWhole + Math.floor(units / unit));
  if (civil === null) return null;
  if (time.subsecond === null || shiftUnits === 0) return { ...time, civil };
  return { ...time, civil, subsecond: String(units % unit).padStart(time.subsecond.length, '0') };
}
