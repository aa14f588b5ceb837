import type { CaptureTime } from './captureTime.ts';
import { toCivil } from './civilTime.ts';

// A name must carry a date AND a time to the second, each written in one style: bare digits or one separator.
// That leaves out date ranges (`20190621-0626`, `2019-06-21_2019-06-28`) and counters (`20190621_0375`).
// Three more digits are milliseconds, as phones write them (`PXL_20210604_183205123`).
const date = String.raw`(?<!\d)(?<date>\d{8}|\d{4}(?<dateMark>[-_.: ])\d{2}\k<dateMark>\d{2})`;
const between = String.raw`(?:[T_ -]|\s+at\s+|[_ -]{2,3})?`;
const time = String.raw`(?<time>\d{6}(?:\d{3})?|\d{2}(?<timeMark>[-_.: ])\d{2}\k<timeMark>\d{2}|\d{2}h\d{2}m\d{2})(?!\d)`;
const namePattern = new RegExp(date + between + time, 'gi');

/** An eight-digit number that starts lower or higher is a serial number rather than a date of a digital photo. */
const earliestYear = 1990;
const latestYear = 2099;

function timeOf(match: RegExpExecArray): CaptureTime | null {
  const digits = `${match.groups?.['date'] ?? ''}${match.groups?.['time'] ?? ''}`.replace(/\D/g, '');
  const part = (start: number, length: number): number => Number(digits.slice(start, start + length));
  if (part(0, 4) < earliestYear || part(0, 4) > latestYear) return null;
  const civil = toCivil([part(0, 4), part(4, 2), part(6, 2), part(8, 2), part(10, 2), part(12, 2)]);
  return civil === null
    ? null
    : { civil, subsecond: digits.slice(14) || null, offset: null, source: 'filename' };
}

/**
 * Reads the capture time that a file name carries to the second, such as `IMG_20210604_183205.jpg`,
 * `2021-06-04 18-32-05.JPG`, `20190621183205-RCNX0031.JPG`.
 * A date alone gives no time, and a name with two different times (a range) gives null.
 *
 * @param name the file's own name, without its folders
 */
export function captureTimeFromName(name: string): CaptureTime | null {
  const times = [...name.matchAll(namePattern)].flatMap((match) => timeOf(match) ?? []);
  const [first] = times;
  return first && times.every(({ civil }) => civil === first.civil) ? first : null;
}
