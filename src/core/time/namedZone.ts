import { parseCivil } from './civilShift.ts';
import { formatUtcOffset, parseUtcOffset } from './utcOffset.ts';

function formatOf(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
}

/** Whether the IANA time zone database has a zone of that name, such as `Africa/Nairobi`. */
export function isZoneName(name: string): boolean {
  return /^[a-z]/i.test(name) && formatOf(name) !== null;
}

/** Seconds ahead of UTC at a moment. @param seconds since 1970 in UTC */
function offsetAtMoment(format: Intl.DateTimeFormat, seconds: number): number {
  const part = format.formatToParts(seconds * 1000).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  // `GMT` for none; zones of old have seconds, which no offset is written with.
  return parseUtcOffset(part.replace(/^GMT/, '').slice(0, 6)) ?? 0;
}

/**
 * The offset from UTC that was in force in a zone at a civil time, by the time zone database of the browser.
 *
 * @param name IANA, such as `Europe/Madrid`
 * @param civil on the clocks of the place, `2021-06-04T18:32:05`
 * @returns `+02:00`; null for a name that is no zone and a time that cannot be read
 */
export function offsetInZone(name: string, civil: string): string | null {
  const format = formatOf(name);
  const local = parseCivil(civil);
  if (!format || local === null) return null;
  // Twice: the first offset is that of a moment which may lie on the other side of a change.
  const first = offsetAtMoment(format, local);
  return formatUtcOffset(offsetAtMoment(format, local - first));
}
