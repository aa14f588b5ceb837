import { failureTexts } from '../../core/files/failure.ts';
import type { Formats } from '../formats.ts';

export const runInEnglish = (f: Formats) => ({
  failures: failureTexts,
  failed: (photos: number) => `${f.counted(photos, 'photo', 'photos')} could not be sifted`,
  damaged: (photos: number) =>
    `${f.counted(photos, 'photo is', 'photos are')} damaged: a part is lost. Copy them from the card again.`,
  showDamaged: 'Show them',
  tryAgain: 'Try failed photos again',
  moreFailures: (photos: number) => `${f.count(photos)} more are listed in photos.csv.`,
  leftOut: (kinds: string) => `Left out: ${kinds}.`,
  unsupported: 'HEIC, video, TIFF and RAW files are not supported yet.',
  /** A time a person can plan by: never more exact than it can be. */
  fewSecondsLeft: 'a few seconds left',
  secondsLeft: (seconds: number) => `about ${f.count(seconds)} s left`,
  minutesLeft: (minutes: number) => `about ${f.count(minutes)} min left`,
  hoursLeft: (hours: number, minutes: number) => `about ${f.count(hours)} h ${f.count(minutes)} min left`,
  reading: (folder: string) => `Reading “${folder}”`,
  phases: {
    sifting: 'Sifting',
    paused: 'Paused',
    waiting: 'Waiting for you',
    cancelled: 'Cancelled',
    unfinished: 'Not finished yet',
    empty: 'No photos yet',
    done: 'Finished',
  },
  percentDone: (percent: number) => `${percent} percent done`,
  found: (photos: number) => `${f.counted(photos, 'photo', 'photos')} found so far`,
  progress: (done: number, all: number, left: number) =>
    `${f.count(done)} of ${f.counted(all, 'photo', 'photos')} done, ${f.count(left)} left`,
  photosIn: (photos: number, sequences: number) =>
    `${f.counted(photos, 'photo', 'photos')} in ${f.counted(sequences, 'sequence', 'sequences')}`,
  trying: 'trying whether the graphics processor is faster, once for this model…',
  measuring: 'measuring the speed…',
  speed: (rate: number) => `${f.decimal(rate, rate < 10 ? 1 : 0)} photos per second`,
  recognised: (photos: number) => `${f.counted(photos, 'photo', 'photos')} recognised from before`,
  pause: 'Pause',
  cancel: 'Cancel',
  resume: 'Resume',
  continue: 'Continue',
  addFolder: 'Add a folder',
  sifted: 'Photos sifted',
  siftedOf: (done: number, all: number) => `${f.count(done)} of ${f.count(all)}`,
  askable: (folders: string) =>
    `The browser asks before it opens ${folders} again: choose “Continue”, or drop the folder here.`,
  missing: (folders: string) =>
    `Photos are left in ${folders}. Drop the folder here again to go on where it was.`,
  problems: {
    otherTab:
      'Fieldsift is already sifting in another tab. Go on there, or close it and choose "Continue" here.',
    folderGone:
      'The folder cannot be read any more. Plug the card or drive in again, then drop the folder here once more.',
    otherFolder: (folder: string, name: string) =>
      `“${folder}” is another folder than the one that is here under that name. It was added as “${name}”.`,
    otherPhotos: (photos: number, folder: string, name: string) =>
      `${f.counted(photos, 'photo', 'photos')} in “${folder}” ${photos === 1 ? 'is another' : 'are others'} than before under the same name. Added as “${name}”.`,
    diskFull: 'The disk is full: nothing that was stored is lost. Free some space, then choose "Continue".',
    notStored: (detail: string) =>
      `The browser could not store results (${detail}). Nothing that was stored is lost. Choose "Continue" to try again.`,
    modelFailed: (detail: string) =>
      `The model could not be started: ${detail}. Close other programs or reload the page, then choose "Continue".`,
    missing: (features: string) =>
      `This browser lacks ${features}, without which no photo can be sifted. Use an up-to-date Chrome, Edge, Firefox or Safari; where a security setting turns it off, allow it for this address. Nothing is wrong with the photos.`,
    noModel: 'no model is chosen',
    noPhotos: (folder: string) => `“${folder}” holds no photos.`,
    noReadablePhotos: (folder: string, others: string) =>
      `“${folder}” holds no photos that can be read yet, but ${others}. HEIC and video are not supported yet.`,
    notListed: (folders: string, more: number) =>
      `The browser could not list ${folders}${more === 0 ? '' : ` and ${f.count(more)} more`}. Check that the card is plugged in, then drop the folder again: nothing is sifted twice.`,
  },
});
