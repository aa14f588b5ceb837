import type { Formats } from '../formats.ts';

export const sheetInEnglish = (f: Formats) => ({
  title: 'What would leave, the most doubtful first',
  help: 'Look through it. H holds the photo back with its whole sequence, Ctrl+Z undoes it, Enter shows it large.',
  photo: (name: string, score: number, covers: number, isReviewed: boolean) =>
    `${name}, person ${f.percent(score, 1)}, ${covers === 0 ? 'nothing covered' : f.counted(covers, 'place covered', 'places covered')}, ${isReviewed ? 'looked at' : 'nobody looked at it'}`,
  held: 'Stays here',
  score: (score: number) => `person ${f.percent(score, 1)}`,
  reviewed: 'looked at',
  hold: 'Hold back',
  undo: 'Undo',
  saidHeld: (photos: number) => `Held back: ${f.counted(photos, 'photo', 'photos')} of one sequence.`,
  saidUndone: 'Undone: it may leave again.',
  large: 'Photo',
  showCovers: 'Show the covers',
  previous: 'Previous',
  next: 'Next',
  back: 'Back to all',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  leak: 'Measured',
  leakUnknown: 'How many people slip through is not measured yet.',
  leakKnown: (missed: number, checked: number, low: number, high: number) =>
    `${f.count(missed)} of ${f.count(checked)} clear sequences that were checked show a person: of all, between ${f.percent(low, 1)} and ${f.percent(high, 1)} (95 % confidence).`,
  check: 'Check a sample…',
  options: 'How copies are made',
  smallPreviews: (folders: string) =>
    `Small previews: ${folders} is not open. Open the folder again to see whole photos.`,
  notReachable: (photos: number, all: number) =>
    photos === all
      ? 'The folder with the photos is not open, so no copy can be made.'
      : `${f.count(photos)} of ${f.counted(all, 'photo', 'photos')} cannot be copied, because their folder is not open.`,
  openAgain: 'Open the folder again',
});
