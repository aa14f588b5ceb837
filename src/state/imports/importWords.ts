import type { Formats } from '../../core/language/formats.ts';
import { importsInEnglish } from '../../core/language/english/imports.ts';
import type { LateMessages } from '../../core/language/english/late.ts';
import { language } from '../language.svelte.ts';

let english: { formats: Formats; words: LateMessages['imports'] } | null = null;

/** The texts of imports in the language of the page. */
export function importWords(): LateMessages['imports'] {
  const { late, formats } = language;
  if (late) return late.imports;
  if (english?.formats !== formats) english = { formats, words: importsInEnglish(formats) };
  return english.words;
}
