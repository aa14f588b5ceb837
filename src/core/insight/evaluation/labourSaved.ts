import type { ShareInterval } from '../../statistics/clopperPearson.ts';

export interface LabourSaved {
  hours: number;
  /** Between these, by the interval of the share. */
  hoursInterval: ShareInterval;
  /** Years of 52 weeks of 40 hours. */
  workYears: number;
}

/**
 * The hours that nobody has to look: photos, times the share that is automated, times the seconds a photo takes. It is
 * the reckoning of M. S. Norouzzadeh et al., PNAS 115 (2018), with the seconds that the person enters.
 *
 * @param photos how many there are
 * @param automated 0-1, with its interval
 * @param secondsPerPhoto that a human needs for one
 */
export function labourSaved(
  photos: number,
  automated: { share: number | null; interval: ShareInterval },
  secondsPerPhoto: number,
): LabourSaved {
  const hoursOf = (share: number): number => (photos * share * secondsPerPhoto) / 3600;
  const hours = hoursOf(automated.share ?? 0);
  return {
    hours,
    hoursInterval: { low: hoursOf(automated.interval.low), high: hoursOf(automated.interval.high) },
    workYears: hours / (52 * 40),
  };
}
