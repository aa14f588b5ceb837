import { lateInEnglish, type LateMessages } from '../../words/english/late.ts';
import type { Formats } from '../../words/formats.ts';
import { language } from './language.svelte.ts';

let english: { formats: Formats; words: Omit<LateMessages, 'imports'> } | null = null;

/** The texts of this page and of the settings, in the language of the page. */
export function lateWords(): Omit<LateMessages, 'imports'> {
  const { late, formats } = language;
  if (late) return late;
  if (english?.formats !== formats) english = { formats, words: lateInEnglish(formats) };
  return english.words;
}
