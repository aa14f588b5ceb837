import { inBackground } from '../../platform/background.ts';
import { reviewReasons, type ReviewReason } from '../../core/decisions/reviewQueue.ts';
import { doubtfulView, isDoubtful } from '../../core/queue/doubtfulView.ts';
import { formatView, parseView, wholeQueue, type QueueView } from '../../core/queue/filterAddress.ts';
import { noIds, shownGroups } from '../../core/queue/queuePlaces.ts';
import { QueueEntries } from '../../core/queue/queueEntries.ts';
import type { QueueEntry } from '../../core/queue/queueEntry.ts';
import { QueueLens } from '../../core/queue/queueLens.ts';
import { parseSavedViews, saveView, type SavedView } from '../../core/queue/savedView.ts';
import {
  chooseAll,
  chosenIds,
  chosenOf,
  extend,
  invert,
  nothingChosen,
  toggle,
  type Selection,
} from '../../core/queue/selection.ts';
import type { SequenceFilter } from '../../core/queue/sequenceFilter.ts';
import type { SurveySnapshot } from '../../core/survey/surveySnapshot.ts';
import { parseRoute } from '../../core/route.ts';
import { recall, remember } from '../../platform/remembered.ts';
import type { LikenessState } from './likenessState.svelte.ts';

const noGroups = shownGroups([], noIds);
const noneChosen: readonly string[] = [];
const keptAs = 'fieldsift-views';

function countOf(entries: readonly QueueEntry[], isCounted: (entry: QueueEntry) => boolean): number {
  let count = 0;
  for (const entry of entries) if (isCounted(entry)) count += 1;
  return count;
}

const isUnreviewed = ({ sequence, isReviewed }: QueueEntry): boolean => sequence !== null && !isReviewed;
const isForReview = ({ triage }: QueueEntry): boolean => triage === 'review';

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

  readonly #entries = new QueueEntries();
  readonly #lens = new QueueLens();
  readonly all = $derived.by(() => this.#entries.of(this.#snapshot()));
  readonly #shown = $derived.by(() =>
    this.#lens.of(this.all, this.#view, this.likeness.result, this.#snapshot()),
  );
  readonly entries = $derived.by(() => this.#shown.entries);
  readonly counts = $derived.by(() => this.#shown.counts);
  /** Places in `entries`. */
  readonly places = $derived.by(() => this.#shown.places);
  readonly order = $derived.by(() => this.entries.map(({ id }) => id));
  readonly chosen = $derived.by(() =>
    this.#selection.chosen.size === 0 ? noneChosen : chosenOf(this.#selection, this.order),
  );
  readonly isChosen = $derived.by(() => chosenIds(this.chosen));
  readonly unreviewed = $derived.by(() => countOf(this.entries, isUnreviewed));
  /** How many triage sends to a person, whatever the filter shows. */
  readonly doubtfulCount = $derived.by(() => countOf(this.all, isForReview));
  /** What they are. */
  readonly doubtful = $derived.by(() => this.all.filter(isForReview));
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
    // The light table opens on other pages, too, and the address is theirs.
    if (parseRoute(location.hash) !== 'survey') return;
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
    return reviewReasons({ ...sequence.decision, disagreement, novelty }, this.#snapshot().settings.triage);
  }

  /** Shows what triage sends to a person, what a look would tell most about first. */
  showDoubtful(): void {
    if (!this.showsDoubtful) this.show(doubtfulView);
  }

  /** Looks at the pictures once more, where the order depends on it. */
  lookAtPictures(): void {
    const { sort } = this.#view;
    if (sort === 'alike' || sort === 'novelty' || sort === 'telling')
      inBackground(this.likeness.find(this.all, this.#snapshot()));
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
