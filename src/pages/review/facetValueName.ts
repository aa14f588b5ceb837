import type { Facet } from '../../core/queue/sequenceFilter.ts';
import { language } from '../shell/language.svelte.ts';
import { placeName } from './names.ts';

function lookUp(names: Readonly<Record<string, string>>, value: string): string {
  return names[value] ?? value;
}

/** A value of a filter as people say it. */
export function facetValueName(facet: Facet, value: string): string {
  const { review, labels } = language.words;
  switch (facet) {
    case 'label':
      return lookUp(labels, value);
    case 'camera':
      return placeName(value);
    case 'state':
      return lookUp(review.states, value);
    case 'gate':
      return lookUp(review.gates, value);
    case 'review':
      return lookUp(review.reviews, value);
    case 'mark':
      return lookUp(review.marks, value);
    case 'failure':
      return lookUp(review.failures, value);
  }
}
