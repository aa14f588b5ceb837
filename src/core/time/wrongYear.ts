import { parseCivil } from './civilShift.ts';

/** A clock that was set to the right day and month of a wrong year. */
export interface WrongYear {
  /** Added to the year: 1 for a camera that wrote 2020 in 2021. */
  years: number;
  /** A time as the camera wrote it (after day and month were put right), on which day and month are right. */
  reference: string;
}

/**
 * How much to add to every time of such a clock: the days between the reference and the same day of the right year.
 * It is the same for all photos, as on the camera itself, which went on counting days: a camera that ran over the end
 * of February in a leap year that was none is a day behind from March on, and comes out right.
 * 29 February becomes 1 March where the right year has none.
 *
 * @returns seconds
 * @throws RangeError when the reference is no time, or the years are not whole
 */
export function wrongYearSeconds({ years, reference }: WrongYear): number {
  const seconds = parseCivil(reference);
  if (seconds === null) throw new RangeError(`"${reference}" is no time of the form 2021-06-04T18:32:05.`);
  if (!Number.isInteger(years)) throw new RangeError(`The year is off by whole years, not by ${years}.`);
  const date = new Date(seconds * 1000);
  return date.setUTCFullYear(date.getUTCFullYear() + years) / 1000 - seconds;
}
