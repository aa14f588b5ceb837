import { lateInEnglish, type LateMessages } from '../core/language/english/late.ts';
import type { Formats } from '../core/language/formats.ts';
import { language } from '../state/language.svelte.ts';

let english: { formats: Formats; words: Omit<LateMessages, 'imports'> } | null = null;

/** The texts of this page and of the settings, in the language of the page. */
export function lateWords(): Omit<LateMessages, 'imports'> {
  const { late, formats } = language;
  if (late) return late;
  if (english?.formats !== formats) english = { formats, words: lateInEnglish(formats) };
  return english.words;
}
