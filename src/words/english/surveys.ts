import type { Formats } from '../formats.ts';

/** The list of surveys, the log of messages, and what is kept in the browser. */
export const surveysInEnglish = (f: Formats) => ({
  title: 'Surveys',
  help: 'Each survey has its own photos, settings and reviews. All of them stay in this browser until you delete them.',
  none: 'There is no survey yet. Drop a folder of photos, and the first one begins.',
  begin: 'New survey',
  name: 'Name',
  made: (date: string) => `Begun on ${date}`,
  photos: (sifted: number, all: number) =>
    sifted === all
      ? `${f.counted(all, 'photo', 'photos')} sifted`
      : `${f.count(sifted)} of ${f.counted(all, 'photo', 'photos')} sifted`,
  reviews: (count: number) => f.counted(count, 'statement of yours', 'statements of yours'),
  isOpen: 'Open now',
  open: 'Open',
  openWhich: (name: string) => ` “${name}”`,
  nameOf: (name: string) => `Name of “${name}”`,
  renamed: (name: string) => `Renamed “${name}”.`,
  delete: 'Delete…',
  deleteQuestion: (name: string) => `Delete “${name}”?`,
  deleteText:
    'Its list of photos, its settings and all that was said in review are deleted from this browser. The photos themselves are not touched. Save its tables first if you want to keep what is in them.',
  keep: 'Keep it',
  confirm: 'Delete it',
  deleted: (name: string) => `“${name}” is deleted.`,
  busy: 'Wait until the folder is read, then another survey can be opened.',
  log: {
    title: 'Messages',
    none: 'No message so far.',
    close: 'Close',
  },
  storage: {
    title: 'Kept in this browser',
    about:
      'Your photos are not kept here, and nothing here touches them. Sizes are reckoned from a sample; those of models are exact. The rest of what the browser counts is the app itself, kept for use offline. Space may be freed a little later.',
    nothing: 'Nothing is kept yet.',
    busy: 'Photos are being sifted. Wait until the run is over, or cancel it, then delete.',
    thumbnails: {
      name: 'Small pictures',
      amount: (photos: number) => `of ${f.counted(photos, 'photo', 'photos')}, in all surveys`,
      lost: 'The grid, the gallery and the search for look-alikes have no pictures then. Nothing that was said of the photos is lost. Those of the survey that is open can be made again here while its folders can be read.',
      without: (photos: number) =>
        `${f.counted(photos, 'photo', 'photos')} of the open survey ${photos === 1 ? 'has' : 'have'} no small picture.`,
      make: 'Make them again',
      made: (pictures: number) => `${f.counted(pictures, 'picture', 'pictures')} made.`,
    },
    outputs: {
      name: (model: string) => `What ${model} said`,
      gone: (hash: string) => `a model that is no longer here (${hash})`,
      amount: (photos: number) => `of ${f.counted(photos, 'photo', 'photos')}, in all surveys`,
      lost: 'Its boxes and scores go, in every survey; your reviews stay. To have them again, the model must look at every photo again, which takes as long as the first time.',
      lostResults:
        'They came in a file, and go in every survey; your reviews stay. To have them again, import that file again.',
      lostGone:
        'Its boxes and scores go; your reviews stay. To have them again, bring the model in again, and it must look at every photo.',
    },
    models: {
      name: (model: string) => `Model ${model}`,
      amount: 'its files',
      inUse: 'in use',
      lost: 'Its files are deleted. What it said of photos stays. To use it again, bring it in again from your disk.',
    },
    survey: {
      name: (survey: string) => `Survey “${survey}”`,
      amount: (photos: number, reviews: number) =>
        `${f.counted(photos, 'photo', 'photos')} and ${f.counted(reviews, 'review', 'reviews')}`,
      lost: 'Its list of photos, its settings and all that was said in review go, and cannot be made again. Save its project file first if you want to keep them. What models said of its photos stays.',
    },
    size: (bytes: number) => `about ${f.bytes(bytes)}`,
    exactSize: (bytes: number) => f.bytes(bytes),
    delete: 'Delete…',
    question: (name: string) => `Delete “${name}”?`,
    keep: 'Keep it',
    confirm: 'Delete for good',
    deleted: (name: string) => `Deleted: ${name}.`,
    stop: 'Stop',
    close: 'Close',
  },
});
