import type { CaptureTime } from './captureTime.ts';

/**
 * How a date reads with day and month in each other's place: `same` (3 March), `other` (both readings are dates, and
 * they differ) or `none` (the day is above 12, so that only the reading as written is a date).
 */
type SwappedReading = 'same' | 'other' | 'none';

function swappedReading({ civil }: CaptureTime): SwappedReading {
  const month = civil.slice(5, 7);
  const day = civil.slice(8, 10);
  if (month === day) return 'same';
  return Number(day) >= 1 && Number(day) <= 12 ? 'other' : 'none';
}

/**
 * Puts day and month in each other's place where both readings are dates. A date that has one reading only is left
 * as it is: it was written the right way round. No day is lost: the 1st to the 12th exist in every month.
 */
export function swapDayMonth(time: CaptureTime): CaptureTime {
  if (swappedReading(time) !== 'other') return time;
  const { civil } = time;
  return {
    ...time,
    civil: `${civil.slice(0, 5)}${civil.slice(8, 10)}-${civil.slice(5, 7)}${civil.slice(10)}`,
  };
}

/** What a list of dates says about the order of day and month. */
export interface DayMonthEvidence<Item> {
  /** Both readings are dates, and they differ: a person has to look at these before anything is swapped. */
  ambiguous: Item[];
  /** Only the reading as written is a date: photos of one camera like these speak against a swap. */
  asWritten: Item[];
}

/** Sorts photos by what their dates can say; those read the same both ways are in neither list. Order is kept. */
export function dayMonthEvidence<Item extends { captureTime: CaptureTime }>(
  items: readonly Item[],
): DayMonthEvidence<Item> {
  return {
    ambiguous: items.filter(({ captureTime }) => swappedReading(captureTime) === 'other'),
    asWritten: items.filter(({ captureTime }) => swappedReading(captureTime) === 'none'),
  };
}
