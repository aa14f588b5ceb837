import type { CaptureTime } from '../../time/captureTime.ts';
import { formatUtcOffset, parseUtcOffset } from '../../time/utcOffset.ts';

/**
 * `2021-06-04T18:32:05+02:00`: whole seconds and an offset, as Camtrap DP wants it.
 *
 * @returns null for a time whose zone nobody knows: none is ever made up
 */
export function momentText({ civil, offset }: CaptureTime): string | null {
  const seconds = offset === null ? null : parseUtcOffset(offset);
  return seconds === null ? null : `${civil}${formatUtcOffset(seconds)}`;
}

/** `2021-07-01T08:30:00Z` from an ISO 8601 time in UTC with a fraction. */
export function utcMomentText(at: string): string {
  return at.replace(/\.\d+(?=Z$)/, '');
}

const momentPattern = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(Z|[+-]\d{2}:?\d{2})$/;

/** Reads what `momentText` writes; null for anything else, also for a time without an offset. */
export function readMoment(text: string): CaptureTime | null {
  const [, civil, zone] = momentPattern.exec(text) ?? [];
  if (civil === undefined || zone === undefined) return null;
  const seconds = parseUtcOffset(zone);
  if (seconds === null || Number.isNaN(Date.parse(`${civil}Z`))) return null;
  return { civil, subsecond: null, offset: formatUtcOffset(seconds), source: 'exif' };
}
