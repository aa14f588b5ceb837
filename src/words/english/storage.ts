import type { Formats } from '../formats.ts';

/** What is said where the browser keeps less than it should, and of several tabs and clocks. */
export const storageInEnglish = (f: Formats) => ({
  /** Why the app cannot start, and what to do. */
  obstacles: {
    title: 'Fieldsift cannot start here',
    refused:
      'This browser keeps no data for this page: its storage is refused, by blocked cookies, a setting or a private window. Allow cookies and site data for this address, or use a normal window, then reload.',
    newer:
      'A newer version of Fieldsift has been opened in this browser, and its surveys are kept in a newer way. Reload this page to use that version too. Nothing is lost.',
    blocked:
      'Another tab still has an older version of Fieldsift open. Close that tab: this one then goes on by itself. Nothing is lost.',
    slow: 'The browser has not opened its storage yet. Close other tabs of Fieldsift; if that does not help, start the browser again. This page goes on by itself.',
    full: 'The disk is full, so the browser cannot open its storage. Free some space, then reload. Nothing that was stored is lost.',
    failed: (detail: string) =>
      `The browser could not open its storage (${detail}). Start the browser again, then reload this page.`,
    reload: 'Reload',
  },
  noFiles:
    'This browser keeps no files here, as in a private window: photos are sifted with the built-in model, and no model that you bring in is kept.',
  unkept: {
    full: 'The disk is full, so what you said or set last is not on it.',
    other: (detail: string) => `The browser could not store what you said or set last (${detail}).`,
    holds: 'It holds until this page is closed. Free some space, then try again.',
    retry: 'Try again',
  },
  tabs: {
    alsoOpen: (others: number) =>
      `This survey is also open in ${f.counted(others, 'other tab', 'other tabs')}. What is said or set in one holds in all.`,
    deleted: (name: string) => `“${name}” was deleted in another tab.`,
  },
  clockBehind: (last: string) =>
    `The clock of this computer is behind your last review (${last}). What you say now still counts as the newest. Check the date and time of the computer.`,
  /** Of work that goes on by itself; `what` is the text of the button that was pressed. */
  background: {
    failed: (what: string | null, detail: string) =>
      `${what === null ? 'Something went wrong' : `“${what}” did not work`}: ${detail}. Reload the page if it does not go on.`,
    full: (what: string | null) =>
      `The disk is full${what === null ? '' : `, so “${what}” did not work`}. Free some space, then try again. Nothing that was stored is lost.`,
  },
});
