import type { CaptureTime } from './captureTime.ts';
import { toCivil } from './civilTime.ts';

// Cameras also write dashes, slashes or dots in the date, a `T` between, and spaces for leading zeros.
const dateTimePattern = new RegExp(
  [
    /^\s*(\d{4})[:\-/.]([ \d]?\d)[:\-/.]([ \d]?\d)(?:T|\s+)/, // date
    /([ \d]?\d):([ \d]?\d):([ \d]?\d)(?:[.,](\d+))?(?!\d)/, // time and fraction
    /\s*(?:([AP])M)?\s*(Z|[+-]\d{2}:\d{2})?/, // half of the day, offset
  ]
    .map(({ source }) => source)
    .join(''),
  'i',
);

/** What the tags that belong to one EXIF date say. */
export interface ExifDateTags {
  /** DateTimeOriginal or one of its siblings. */
  dateTime: string;
  /** SubSecTimeOriginal or the sibling of the same date. */
  subsecond: string | null;
  /** OffsetTimeOriginal or the sibling of the same date. */
  offset: string | null;
}

/** The digits of an EXIF SubSecTime tag (a fraction of a second, padded with spaces), or null. */
function subsecondDigits(text: string | null | undefined): string | null {
  return /^\s*(\d+)\s*$/.exec(text ?? '')?.[1] ?? null;
}

/** An offset from UTC such as `+02:00` or `Z`, or null for anything no zone on Earth has. */
function utcOffset(text: string | null | undefined): string | null {
  const match = /^\s*(Z|[+-](\d{2}):(\d{2}))\s*$/i.exec(text ?? '');
  if (!match || Number(match[2] ?? 0) > 14 || Number(match[3] ?? 0) > 59) return null;
  return (match[1] ?? '').toUpperCase();
}

/**
 * Reads a date as EXIF has it, `YYYY:MM:DD HH:MM:SS` (EXIF 2.32, section 4.6.5, DateTimeOriginal), and what cameras
 * make of it. A blank date (`    :  :     :  :  `), zeros and days that no calendar has give null.
 */
export function captureTimeFromExif({ dateTime, subsecond, offset }: ExifDateTags): CaptureTime | null {
  const match = dateTimePattern.exec(dateTime);
  if (!match) return null;
  const [, year, month, day, hour, minute, second, fraction, half, writtenOffset] = match;
  const writtenHour = Number(hour);
  const civil = toCivil([
    Number(year),
    Number(month),
    Number(day),
    half ? (writtenHour % 12) + (half.toUpperCase() === 'P' ? 12 : 0) : writtenHour,
    Number(minute),
    Number(second),
  ]);
  if (civil === null) return null;
  return {
    civil,
    subsecond: subsecondDigits(subsecond) ?? subsecondDigits(fraction),
    offset: utcOffset(offset) ?? utcOffset(writtenOffset),
    source: 'exif',
  };
}
