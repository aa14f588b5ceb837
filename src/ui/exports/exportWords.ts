import { exportsInEnglish } from '../../core/language/english/exports.ts';
import { language } from '../../state/language.svelte.ts';

/** The texts of exports in the page's language; in English they come with the dialog. */
export function exportWords(): ReturnType<typeof exportsInEnglish> {
  return language.late?.exports ?? exportsInEnglish(language.formats);
}
