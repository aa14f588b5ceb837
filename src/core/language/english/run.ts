import { failureTexts } from '../../failure.ts';
import type { Formats } from '../formats.ts';

export const runInEnglish = (f: Formats) => ({
  failures: failureTexts,
  failed: (photos: number) => `${f.counted(photos, 'photo', 'photos')} could not be sifted`,
  tryAgain: 'Try failed photos again',
  moreFailures: (photos: number) => `${f.count(photos)} more are listed in photos.csv.`,
  leftOut: (kinds: string) => `Left out: ${kinds}.`,
  unsupported: 'HEIC, video, TIFF and RAW files are not supported yet.',
  /** A time a person can plan by: never more exact than it can be. */
  fewSecondsLeft: 'a few seconds left',
  secondsLeft: (seconds: number) => `about ${f.count(seconds)} s left`,
  minutesLeft: (minutes: number) => `about ${f.count(minutes)} min left`,
  hoursLeft: (hours: number, minutes: number) => `about ${f.count(hours)} h ${f.count(minutes)} min left`,
});
