import { filterQueue } from '../../core/query/facetCounts.ts';
import { reviewReasons, type ReviewReason } from '../../core/decision/reviewQueue.ts';
import { doubtfulView, isDoubtful } from '../../core/query/doubtfulView.ts';
import { formatView, parseView, wholeQueue, type QueueView } from '../../core/query/filterAddress.ts';
import { noIds, placesOf, shownGroups } from '../../core/query/queuePlaces.ts';
import { queueEntries, type QueueEntry } from '../../core/query/queueEntry.ts';
import { parseSavedViews, saveView, type SavedView } from '../../core/query/savedView.ts';
import {
  chooseAll,
  chosenOf,
  extend,
  invert,
  nothingChosen,
  toggle,
  type Selection,
} from '../../core/query/selection.ts';
import type { SequenceFilter } from '../../core/query/sequenceFilter.ts';
import { sortQueue } from '../../core/query/sortOrder.ts';
import type { SurveySnapshot } from '../../core/survey/surveySnapshot.ts';
import { triageInForce } from '../../core/survey/settings/triageInForce.ts';
import { recall, remember } from '../../platform/remembered.ts';
import type { LikenessState } from './likenessState.svelte.ts';

const noGroups = shownGroups([], placesOf([]));
const keptAs = 'fieldsift-views';

/** The stacks that are shown, in their order, and which of them are chosen. */
export class ReviewQueue {
  readonly likeness: LikenessState;
  readonly #snapshot: () => SurveySnapshot;
  #view = $state.raw<QueueView>(wholeQueue);
  #selection = $state.raw<Selection>(nothingChosen);
  #saved = $state.raw<readonly SavedView[]>(parseSavedViews(recall(keptAs)));
  #cursor = $state<string | null>(null);
  /** Where the cursor stood, should a filter take its stack away. */
  #cursorPlace = 0;

  readonly all = $derived.by(() => queueEntries(this.#snapshot()));
  readonly #filtered = $derived.by(() => filterQueue(this.all, this.#view.filter, this.#snapshot()));
  readonly entries = $derived.by(() =>
    sortQueue(this.#filtered.entries, this.#view.sort, this.likeness.result),
  );
  readonly counts = $derived.by(() => this.#filtered.counts);
  readonly order = $derived.by(() => this.entries.map(({ id }) => id));
  /** Places in `entries`. */
  readonly places = $derived.by(() => placesOf(this.order));
  readonly chosen = $derived.by(() => chosenOf(this.#selection, this.order));
  readonly isChosen = $derived.by(() => placesOf(this.chosen));
  readonly unreviewed = $derived.by(
    () => this.entries.filter(({ sequence, isReviewed }) => sequence && !isReviewed).length,
  );
  /** What triage sends to a person, whatever the filter shows. */
  readonly doubtful = $derived.by(() => this.all.filter(({ triage }) => triage === 'review'));
  readonly #triage = $derived.by(() => triageInForce(this.#snapshot().settings));
  readonly showsDoubtful = $derived.by(() => isDoubtful(this.#view));
  /** Each stack's group of those that look alike, where the order is by likeness. */
  readonly groups = $derived.by(() =>
    this.#view.sort === 'alike' ? shownGroups(this.likeness.result.groups, this.places) : noGroups,
  );

  constructor(snapshot: () => SurveySnapshot, likeness: LikenessState) {
    this.#snapshot = snapshot;
    this.likeness = likeness;
  }

  /** The stack the keyboard is at. */
  get cursor(): string | null {
    return this.#cursor;
  }

  set cursor(id: string | null) {
    this.#cursor = id;
    this.#cursorPlace = this.places.get(id ?? '') ?? this.#cursorPlace;
  }

  get view(): QueueView {
    return this.#view;
  }

  get saved(): readonly SavedView[] {
    return this.#saved;
  }

  entry(id: string): QueueEntry | null {
    const place = this.places.get(id);
    return (
      (place === undefined ? null : this.entries[place]) ?? this.all.find((one) => one.id === id) ?? null
    );
  }

  /** Follows the address, which holds the view behind a `?`. */
  readAddress(hash: string): void {
    const query = hash.slice(Math.max(0, hash.indexOf('?') + 1));
    const view = hash.includes('?') ? parseView(query) : wholeQueue;
    if (formatView(view) !== formatView(this.#view)) this.#show(view);
  }

  show(change: Partial<QueueView>): void {
    this.#show({ ...this.#view, ...change });
    const query = formatView(this.#view);
    history.replaceState(history.state, '', query === '' ? '#/' : `#/?${query}`);
  }

  filterBy(change: Partial<SequenceFilter>): void {
    this.show({ filter: { ...this.#view.filter, ...change } });
  }

  /** Why somebody should look at a stack; none where triage sends it to nobody. */
  reasonsOf({ id, sequence, triage, disagreement }: QueueEntry): ReviewReason[] {
    if (!sequence || triage !== 'review') return [];
    const novelty = this.likeness.result.novelty.get(id);
    return reviewReasons({ ...sequence.decision, disagreement, novelty }, this.#triage);
  }

  /** Shows what triage sends to a person, what a look would tell most about first. */
  showDoubtful(): void {
    if (!this.showsDoubtful) this.show(doubtfulView);
  }

  /** Looks at the pictures once more, where the order depends on it. */
  lookAtPictures(): void {
    const { sort } = this.#view;
    if (sort === 'alike' || sort === 'novelty' || sort === 'telling')
      void this.likeness.find(this.all, this.#snapshot());
  }

  save(name: string): void {
    this.#keep(saveView(this.#saved, { name, query: formatView(this.#view) }));
  }

  forget(name: string): void {
    this.#keep(this.#saved.filter((view) => view.name !== name));
  }

  recall({ query }: SavedView): void {
    this.show(parseView(query));
  }

  toggle(id: string): void {
    this.#selection = toggle(this.#selection, id);
    this.cursor = id;
  }

  extendTo(id: string): void {
    const from =
      this.#selection.anchor === null ? toggle(this.#selection, this.#cursor ?? id) : this.#selection;
    this.#selection = extend(from, id, this.order);
    this.cursor = id;
  }

  chooseAll(): void {
    this.#selection = chooseAll(this.#selection, this.order);
  }

  invert(): void {
    this.#selection = invert(this.#selection, this.order);
  }

  clearSelection(): void {
    this.#selection = nothingChosen;
  }

  /** The stack so many places after the cursor; the first or last where there are not so many. */
  beside(by: number): QueueEntry | null {
    const place = this.places.get(this.#cursor ?? '');
    // Where the cursor's stack was taken away, the one that moved into its place is the next.
    const target = place === undefined ? this.#cursorPlace + (by > 0 ? by - 1 : by) : place + by;
    return this.entries[Math.min(this.entries.length - 1, Math.max(0, target))] ?? null;
  }

  /** The next stack after the cursor that nobody has reviewed, around the end; null when there is none. */
  nextUnreviewed(besides = noIds): QueueEntry | null {
    const { length } = this.entries;
    const from = this.places.get(this.#cursor ?? '') ?? this.#cursorPlace - 1;
    for (let step = 1; step <= length; step += 1) {
      const entry = this.entries[(from + step + length) % length];
      if (entry?.sequence && !entry.isReviewed && !besides.has(entry.id)) return entry;
    }
    return null;
  }

  #show(view: QueueView): void {
    const sortChanged = view.sort !== this.#view.sort;
    this.#view = view;
    if (sortChanged) this.lookAtPictures();
  }

  #keep(views: readonly SavedView[]): void {
    this.#saved = views;
    remember(keptAs, JSON.stringify(views));
  }
}
