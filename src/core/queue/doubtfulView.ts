import type { QueueView } from './filterAddress.ts';
import { everything } from './sequenceFilter.ts';

/** What triage sends to a person, what a look would tell most about first. */
export const doubtfulView: QueueView = {
  filter: { ...everything, facets: { ...everything.facets, state: ['review'] } },
  sort: 'telling',
};

/** Whether a view is of what triage sends to a person alone, also where it is narrowed further. */
export function isDoubtful({ filter, sort }: QueueView): boolean {
  return sort === 'telling' && filter.facets.state.join() === 'review';
}
