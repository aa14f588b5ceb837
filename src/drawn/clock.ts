const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * Civil time `YYYY-MM-DDTHH:MM:SS` so many seconds after the start of a day of 2025.
 * @param day 0 is 1 January 2025; may run into later years
 * @param second may be more than a day
 */
export function civilTime(day: number, second: number): string {
  let rest = day + Math.floor(second / 86_400);
  let year = 2025;
  const inYear = (): number => (year % 4 === 0 ? 366 : 365);
  for (; rest >= inYear(); year++) rest -= inYear();
  let month = 0;
  const inMonth = (): number => (month === 1 && year % 4 === 0 ? 29 : (monthDays[month] ?? 31));
  for (; rest >= inMonth(); month++) rest -= inMonth();
  const left = second % 86_400;
  const time = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60].map(two).join(':');
  return `${year}-${two(month + 1)}-${two(rest + 1)}T${time}`;
}
