import type { Formats } from '../formats.ts';

export const shareInEnglish = (f: Formats) => ({
  open: 'Share copies…',
  title: 'Copies to share',
  about:
    'People that the models found are covered or left out; no model finds everybody. Copies are made of the pixels alone: no Exif, no place, no serial number. Your photos are not touched.',
  people: 'People',
  vehicles: 'Vehicles',
  cover: 'Covered',
  leaveOut: 'Photos left out',
  show: 'Shown',
  margin: 'Covered beyond the box',
  marginNote:
    'Detectors’ boxes can miss an arm or a hat. Share of the box’s own size, on each side; 25 % at first.',
  infoBar: 'Cut off at the foot',
  infoBarNote: 'An info bar can carry a place or a name. Share of the photo’s height; nothing at first.',
  folders: 'Folders',
  folderKinds: { none: 'All together', label: 'By label', deployment: 'By deployment' },
  size: 'Longest side',
  ownSize: 'As it is',
  pixels: (pixels: number) => `${f.count(pixels)} px`,
  neutralNames: 'Number the copies instead of using the photos’ names',
  captureTimes: 'Write capture times into the report',
  ready: (photos: number, covered: number) =>
    `${f.counted(photos, 'photo', 'photos')} to copy, ${f.count(covered)} of them with something covered.`,
  nothing: 'Nothing may be shared yet.',
  leftOut: {
    held: (photos: number) => `${f.count(photos)} left out: held back by the people gate.`,
    unseen: (photos: number) => `${f.count(photos)} left out: seen by no model.`,
    people: (photos: number) => `${f.count(photos)} left out: show people.`,
    vehicles: (photos: number) => `${f.count(photos)} left out: show vehicles.`,
    'no-box': (photos: number) =>
      `${f.count(photos)} left out: show people or vehicles, but nobody knows where.`,
  },
  unsifted: (photos: number) =>
    `${f.counted(photos, 'photo is', 'photos are')} not sifted yet. One of them may show a person in a sequence that looks clear, so copies wait until all are done.`,
  warning:
    'No model finds everybody. Look through the copies before you hand them on, and check a sample of the clear sequences to learn how many people slip through.',
  intoFolder: 'Into a folder…',
  asZip: 'As a zip…',
  close: 'Close',
  cancel: 'Stop',
  progress: (done: number, total: number) => `Copying ${f.count(done)} of ${f.count(total)}`,
  done: (shared: number) => `${f.counted(shared, 'copy', 'copies')} made, with report.json beside them.`,
  failed: (failed: number) => `${f.count(failed)} could not be copied; the report says why.`,
  folderGone: (photos: number) =>
    `${f.counted(photos, 'photo', 'photos')} could not be copied, because the folder with the photos is gone. Open it again, then make the copies once more.`,
  stopped: 'Stopped before the end. What was made is complete and in the report.',
  problem: (detail: string) => `The copies could not be written: ${detail}`,
});
