import type { ClockReport } from '../../core/survey/clockReport.ts';
import { language } from '../shell/language.svelte.ts';
import { lateWords } from '../shell/lateWords.ts';

/** What a check of a clock found, and what would mend it; empty when there is nothing to say. */
export function clockReportText({ missing, check }: ClockReport): string {
  const words = lateWords().decisions.clocks;
  if (missing !== null) return words.needs[missing];
  if (!check) return '';
  const { verdict, judged, greyAtHighSun, colourAtDeepNight, suggestion } = check;
  if (verdict === 'too-few') return words.tooFew(judged);
  if (verdict === 'fits') return words.fits(judged);
  const parts = [
    ...(greyAtHighSun > 0 ? [words.grey(greyAtHighSun)] : []),
    ...(colourAtDeepNight > 0 ? [words.colour(colourAtDeepNight)] : []),
  ];
  const hours = suggestion && `${suggestion.hours > 0 ? '+' : ''}${suggestion.hours}`;
  return [
    verdict === 'wrong' ? words.wrong : words.suspect,
    words.seen(language.formats.list(parts), judged),
    ...(suggestion && hours !== null ? [words.moved(hours, suggestion.conflicts)] : []),
  ].join(' ');
}
