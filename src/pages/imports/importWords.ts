import { broughtKinds, type MergeCounts } from '../../core/exchange/project/mergeCounts.ts';
import type { Formats } from '../../words/formats.ts';
import { importsInEnglish } from '../../words/english/imports.ts';
import type { LateMessages } from '../../words/english/late.ts';
import { language } from '../shell/language.svelte.ts';

let english: { formats: Formats; words: LateMessages['imports'] } | null = null;

/** The texts of imports in the language of the page. */
export function importWords(): LateMessages['imports'] {
  const { late, formats } = language;
  if (late) return late.imports;
  if (english?.formats !== formats) english = { formats, words: importsInEnglish(formats) };
  return english.words;
}

/** What a project file added, and what of it was here before, in words. */
export function mergeSentences(counts: MergeCounts): string[] {
  const { merged } = importWords().report;
  const told = (which: 'added' | 'known'): string[] =>
    broughtKinds.flatMap((kind) => {
      const count = counts[kind][which];
      return count === 0 ? [] : [language.formats.counted(count, ...merged.things[kind])];
    });
  const [added, known] = [told('added'), told('known')];
  return [
    added.length > 0 ? merged.added(added) : merged.nothing,
    ...(known.length > 0 ? [merged.known(known)] : []),
  ];
}
