function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Year, month 1-12, day 1-31, hour 0-23, minute 0-59, second 0-60. */
type CivilParts = readonly [
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
];

/**
 * Writes a civil time as `YYYY-MM-DDTHH:MM:SS`, or gives null for a time that no calendar has, such as 31 February.
 * Second 60 stays as it is, for leap seconds (RFC 3339, section 5.7).
 * Years before 1000 are what software writes for "unset" (0000, and .NET's 0001-01-01).
 */
export function toCivil([year, month, day, hour, minute, second]: CivilParts): string | null {
  const onCalendar =
    year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  const onClock = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 60;
  if (!onCalendar || !onClock) return null;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
}
