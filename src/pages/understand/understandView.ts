/** What the page can show, one at a time. */
export const understandViews = ['wildlife', 'effort', 'evaluation', 'species'] as const;

export type UnderstandViewName = (typeof understandViews)[number];

const begin = '#/understand';

/** The address of one view. */
export function viewHash(view: UnderstandViewName): string {
  return view === 'wildlife' ? begin : `${begin}/${view}`;
}

/** The view that an address's fragment names; the first where it names none. */
export function viewOf(hash: string): UnderstandViewName {
  return understandViews.find((view) => viewHash(view) === hash.replace(/\/+$/, '')) ?? 'wildlife';
}
