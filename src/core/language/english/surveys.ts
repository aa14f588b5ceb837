import type { Formats } from '../formats.ts';

/** The list of surveys, and the log of messages. */
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
});
