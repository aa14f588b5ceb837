import type { Formats } from '../formats.ts';

export const shellInEnglish = (f: Formats) => ({
  loading: 'Loading…',
  failed: 'This page could not be loaded. Reload Fieldsift and try again.',
  skip: 'Skip to the content',
  pages: 'Pages',
  surveys: 'Surveys',
  photos: 'Photos',
  understand: 'Understand',
  decisions: 'Decisions',
  models: 'Models',
  language: 'Language',
  messages: 'Messages',
  dismiss: 'Dismiss',
  restoring: 'Bringing back your last visit…',
  update: 'Update Fieldsift',
  updateAfterRun: 'Update after this run',
  offlineReady: 'Ready to work offline',
  offlineNotReady: 'Not stored for offline use yet',
  dropHere: 'Drop the folder to sift it',
  droppedPhotos: 'Dropped photos',
  sharedPhotos: 'Shared photos',
  shared: {
    question: (files: number) =>
      files === 1 ? '1 file was shared with Fieldsift' : `${f.count(files)} files were shared with Fieldsift`,
    text: 'Add them only if you shared them yourself: a website may have sent them.',
    add: 'Add to the survey',
    throwAway: 'Throw away',
  },
  licences: 'Licences',
  install: 'Install Fieldsift',
  chooseFolder: 'Choose a folder',
  folderRefused: (detail: string) =>
    `The browser did not open that folder (${detail}). Drop it on this page instead.`,
  private:
    'No photo leaves this machine: the page’s own security policy forbids it to connect anywhere but to where it came from.',
  version: (version: string, model: string, license: string) =>
    `Fieldsift ${version}, with the model ${model} (${license}).`,
  kept: (used: number, quota: number) =>
    `${f.bytes(used)} kept in this browser, of ${f.bytes(quota)} allowed.`,
  setAside: (count: number, names: string) =>
    `${f.counted(count, 'record', 'records')} of your surveys cannot be read and ${count === 1 ? 'is' : 'are'} left out: ${names}. Nothing was deleted.`,
  unopened: {
    title: (survey: string) => `“${survey}” cannot be opened`,
    why: (reason: string) =>
      `What is kept of it cannot be read (${reason}). Nothing of it was changed or deleted.`,
    another: 'Open another survey',
    begin: 'Begin a new survey',
    save: 'Save what is there',
    remove: 'Delete it',
    warning: 'What is deleted cannot be brought back. Save what is there first.',
    keep: 'Keep it',
    sure: 'Delete it for good',
  },
  broken: {
    title: 'This page cannot be shown',
    why: (reason: string) => `Something went wrong (${reason}). Nothing that is kept is lost.`,
    again: 'Try again',
    surveys: 'Go to your surveys',
    back: 'Go to the survey',
  },
  manage: 'See and delete',
  saving: {
    full: 'The disk is full, or this browser allows no more. Free some space or choose another place, then save again. Nothing cut short was kept.',
    readOnly: 'That place may not be written to. Choose another folder, such as one in your documents.',
    gone: 'That place is gone. Check that the drive is still plugged in, or choose another folder.',
    withdrawn: 'Photos were held back while they were saved, so nothing was kept. Save again.',
  },
  protected: 'Protected from being cleared.',
  protect: 'Protect from being cleared',
  protectGranted: 'The browser will keep your results until you delete them.',
  protectRefused:
    'The browser did not promise to keep your results. Installing Fieldsift usually changes its mind; until then, save your tables.',
});
