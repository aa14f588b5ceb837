import { takeSetAside } from '../../storage/setAside.ts';
import type { Announcements } from './announcements.svelte.ts';
import { language } from './language.svelte.ts';

const mostNamed = 5;

/** Names the records that could not be read when a survey was opened, if there are any. */
export function tellSetAside(announcements: Announcements): void {
  const names = takeSetAside();
  if (names.length === 0) return;
  const shown = names.slice(0, mostNamed).join(', ') + (names.length > mostNamed ? ', …' : '');
  announcements.say(language.words.shell.setAside(names.length, shown), 'problem');
}
