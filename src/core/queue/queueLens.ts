import { changedPlaces } from '../incremental/changedPlaces.ts';
import type { SurveySnapshot } from '../survey/surveySnapshot.ts';
import { countEntry, judge, noCounts, type FacetCounts, type Verdict } from './facetCounts.ts';
import type { QueueView } from './filterAddress.ts';
import type { QueueEntry } from './queueEntry.ts';
import { ShownPlaces, type Places } from './queuePlaces.ts';
import { facets, passesRanges } from './sequenceFilter.ts';
import { noRanks, sortKey, type LikenessRanks } from './sortOrder.ts';

/** What a view shows of a queue. */
export interface ShownQueue {
  /** In the view's order; equal ones in the order they had, so that nothing jumps. */
  entries: readonly QueueEntry[];
  /** How many each further choice would show. */
  counts: FacetCounts;
  /** Places in `entries`. */
  places: Places;
}

/** Two lists in rising order as one. Typed, and filled once: it is made at every keystroke. */
function merged(
  left: Int32Array,
  right: Int32Array,
  compare: (left: number, right: number) => number,
): Int32Array {
  const all = new Int32Array(left.length + right.length);
  let next = 0;
  let end = 0;
  for (const one of left) {
    for (let other = right[next]; other !== undefined && compare(other, one) < 0; other = right[++next])
      all[end++] = other;
    all[end++] = one;
  }
  all.set(right.subarray(next), end);
  return all;
}

/**
 * Filters, counts and sorts one queue after the other: where the view stays the same, only entries that are others than
 * the last time are judged and sorted in again, so that a review costs the same in a survey of any size.
 */
export class QueueLens {
  #all: readonly QueueEntry[] = [];
  #view: QueueView | null = null;
  #ranks: LikenessRanks | null = null;
  #verdicts: Verdict[] = [];
  #keys = new Float64Array();
  /** Places in the queue of what is shown, in the order of the view. */
  #order: Int32Array = new Int32Array();
  #counts = noCounts();
  #index = new Map<string, number>();

  /** @param snapshot that the entries are of */
  of(
    all: readonly QueueEntry[],
    view: QueueView,
    ranks: LikenessRanks,
    snapshot: SurveySnapshot,
  ): ShownQueue {
    const changed = this.#changedIn(all) ?? this.#begin(all);
    const isJudged = this.#view?.filter === view.filter;
    const isSorted = isJudged && this.#view?.sort === view.sort && this.#ranks === ranks;
    const everywhere = isSorted ? changed : [...all.keys()];
    if (!isJudged) this.#forgetVerdicts();
    if (!isSorted) this.#order = new Int32Array();
    this.#judge(isJudged ? changed : everywhere, all, view, snapshot);
    this.#sort(everywhere, all, view, ranks);
    this.#all = all;
    this.#view = view;
    this.#ranks = ranks;
    const entries = Array.from(this.#order, (place) => all[place] as QueueEntry);
    return { entries, counts: this.#counts, places: new ShownPlaces(this.#index, this.#order) };
  }

  /** Places of what is not as it was; null where places do not correspond. */
  #changedIn(all: readonly QueueEntry[]): readonly number[] | null {
    const changed = changedPlaces(this.#all, all);
    return changed?.every((place) => this.#all[place]?.id === all[place]?.id) ? changed : null;
  }

  #begin(all: readonly QueueEntry[]): readonly number[] {
    this.#view = null;
    this.#all = [];
    this.#keys = new Float64Array(all.length);
    this.#index = new Map(all.map(({ id }, place) => [id, place]));
    return [...all.keys()];
  }

  #forgetVerdicts(): void {
    this.#verdicts = [];
    this.#counts = noCounts();
  }

  #judge(
    changed: readonly number[],
    all: readonly QueueEntry[],
    { filter }: QueueView,
    snapshot: SurveySnapshot,
  ): void {
    const counts = noCounts();
    for (const facet of facets) counts[facet] = new Map(this.#counts[facet]);
    const isInRange = passesRanges(filter, snapshot);
    for (const place of changed) {
      const [before, after] = [this.#all[place], all[place]];
      const verdict = this.#verdicts[place];
      if (before && verdict) countEntry(counts, before, verdict, -1);
      if (after) countEntry(counts, after, (this.#verdicts[place] = judge(after, filter, isInRange)), 1);
    }
    this.#counts = counts;
  }

  #sort(
    changed: readonly number[],
    all: readonly QueueEntry[],
    { sort }: QueueView,
    ranks: LikenessRanks,
  ): void {
    const keyOf = sortKey(sort, ranks);
    const keys = this.#keys;
    for (const place of changed) {
      const entry = all[place];
      if (entry) keys[place] = keyOf(entry);
    }
    const compare = (left: number, right: number): number =>
      (keys[left] ?? 0) - (keys[right] ?? 0) || left - right;
    const isMoved = new Uint8Array(all.length);
    for (const place of changed) isMoved[place] = 1;
    const stayed = this.#order.filter((place) => isMoved[place] === 0);
    const shown = Int32Array.from(changed.filter((place) => this.#verdicts[place] === 'shown'));
    this.#order = merged(stayed, shown.sort(compare), compare);
  }
}

/** Filters, counts and sorts a queue. @param snapshot that the entries are of */
export function showQueue(
  all: readonly QueueEntry[],
  view: QueueView,
  snapshot: SurveySnapshot,
  ranks: LikenessRanks = noRanks,
): ShownQueue {
  return new QueueLens().of(all, view, ranks, snapshot);
}
