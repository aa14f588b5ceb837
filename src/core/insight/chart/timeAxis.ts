import type { Formats } from '../../../words/formats.ts';
import type { AxisTick } from './axis.ts';

const secondsOfDay = 86_400;

/** The first day of the month `months` after that of `day`; days since 1970. */
function monthAfter(day: number, months: number): number {
  const date = new Date(day * secondsOfDay * 1000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / 1000 / secondsOfDay;
}

/**
 * Beginnings of months (or of every third, sixth or twelfth), of weeks, or of days, whichever leaves at most `most`.
 *
 * @param first days since 1970
 */
export function dayTicks(first: number, last: number, most: number, f: Formats): AxisTick[] {
  const span = last - first + 1;
  if (span <= most * 14) {
    const step = span <= most ? 1 : span <= most * 7 ? 7 : 14;
    // 1970-01-05 was a Monday.
    const begin = step === 1 ? first : first + ((((4 - first) % 7) + 7) % 7);
    return Array.from(
      { length: Math.floor((last - begin) / step) + 1 },
      (_, index) => begin + index * step,
    ).map((value) => ({ value, text: f.dayOfMonth(value * secondsOfDay) }));
  }
  const months = [1, 3, 6, 12, 24, 60, 120].find((count) => span / (count * 30.4) <= most) ?? 120;
  const ticks: AxisTick[] = [];
  for (let step = 0; ; step += months) {
    const value = monthAfter(first, step);
    if (value > last) return ticks;
    if (value >= first) ticks.push({ value, text: f.month(value * secondsOfDay) });
  }
}
