import type { ReviewReason } from '../../core/decisions/reviewQueue.ts';
import { language } from '../shell/language.svelte.ts';

/** Why somebody should look, in a sentence part: `58% sure, 90% needed`. */
export function reasonText(reason: ReviewReason): string {
  const words = language.words.review.doubt;
  switch (reason.kind) {
    case 'unsure':
      return words.unsure(...language.formats.percentsApart(reason.score, reason.needed));
    case 'contradiction':
      return words.contradiction(reason.share);
    case 'unusual':
      return words.unusual;
  }
}
