import { everything, facets } from './sequenceFilter.ts';
import type { Facet, Range, SequenceFilter } from './sequenceFilter.ts';
import { sortOrders } from './sortOrder.ts';
import type { SortOrder } from './sortOrder.ts';

/** What the grid shows, and how. */
export interface QueueView {
  filter: SequenceFilter;
  sort: SortOrder;
}

export const wholeQueue: QueueView = { filter: everything, sort: 'camera' };

function encode(name: string, value: string): string {
  return `${name}=${encodeURIComponent(value)}`;
}

/** The view as the query of an address, without `?`; empty for the whole queue. A space is `%20`. */
export function formatView({ filter, sort }: QueueView): string {
  const { from, to, hours, score, text } = filter;
  const parts = facets.flatMap((facet) => filter.facets[facet].map((value) => encode(facet, value)));
  if (from !== null) parts.push(encode('from', from));
  if (to !== null) parts.push(encode('to', to));
  if (hours !== null) parts.push(`hours=${hours.join('-')}`);
  if (score !== null) parts.push(`score=${score.join('-')}`);
  if (text !== '') parts.push(encode('text', text));
  if (sort !== 'camera') parts.push(`sort=${sort}`);
  return parts.join('&');
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

function dateOf(value: string): string | null {
  return /^\d{4}-\d\d-\d\d$/.test(value) ? value : null;
}

function rangeOf(value: string, most: number, isValid: (end: number) => boolean): Range<number> | null {
  const ends = /^(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(value);
  const [first, last] = [Number(ends?.[1]), Number(ends?.[2])];
  return [first, last].every((end) => end <= most && isValid(end)) ? [first, last] : null;
}

/** Reads a view from the query of an address. What it does not know or cannot read is left out: links grow old. */
export function parseView(query: string): QueueView {
  const values = new Map<string, string[]>();
  for (const part of query.split('&')) {
    const cut = part.indexOf('=');
    const value = cut < 0 ? null : decode(part.slice(cut + 1));
    if (value === null || value === '') continue;
    const name = part.slice(0, cut);
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  const first = (name: string): string => values.get(name)?.[0] ?? '';
  const chosen = { ...everything.facets } as Record<Facet, readonly string[]>;
  for (const facet of facets) chosen[facet] = [...new Set(values.get(facet) ?? [])];
  const score = rangeOf(first('score'), 1, () => true);
  return {
    filter: {
      facets: chosen,
      from: dateOf(first('from')),
      to: dateOf(first('to')),
      hours: rangeOf(first('hours'), 23, Number.isInteger),
      score: score && score[0] <= score[1] ? score : null,
      text: first('text'),
    },
    sort: sortOrders.find((order) => order === first('sort')) ?? 'camera',
  };
}
