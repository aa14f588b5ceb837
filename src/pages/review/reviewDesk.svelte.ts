import type { QueueEntry } from '../../core/queue/queueEntry.ts';
import type { GatedSequence } from '../../core/decisions/gate/peopleGate.ts';
import { observationOf, type Observation } from '../../core/taxa/observation.ts';
import type { BoundingBox } from '../../core/models/prediction/box.ts';
import { stateBoxes, type EditableBox } from '../../core/survey/reviews/boxEdit.ts';
import { coverOf } from '../../core/queue/coverPhoto.ts';
import type { NamingChange } from '../../core/survey/reviews/naming.ts';
import type { Review } from '../../core/survey/reviews/review.ts';
import {
  namingStatements,
  photoTarget,
  sequenceTargets,
  type NamingTarget,
} from '../../core/survey/reviews/statement.ts';
import type { SnapshotPhoto, SurveySnapshot } from '../../core/survey/surveySnapshot.ts';
import type { Announcements } from '../shell/announcements.svelte.ts';
import { language } from '../shell/language.svelte.ts';
import type { Reviews, Stated } from '../survey/reviews.svelte.ts';
import { GateActions } from './gateActions.svelte.ts';
import { KeySettings } from './keySettings.svelte.ts';
import { LikenessState } from './likenessState.svelte.ts';
import { LightTable } from './lightTable.svelte.ts';
import { NameBook } from './nameBook.svelte.ts';
import { ReviewQueue } from './reviewQueue.svelte.ts';
import { Spoken } from './spoken.svelte.ts';

/** What the desk reads and writes. */
export interface DeskSources {
  snapshot: () => SurveySnapshot;
  /** The people gate's word on every sequence. */
  gated: () => readonly GatedSequence[];
  reviews: Reviews;
  announcements: Announcements;
}

/** Where a person reviews: the queue, the light table, and what they say with the keys they have. */
export class ReviewDesk {
  readonly keys = new KeySettings();
  readonly queue: ReviewQueue;
  readonly table: LightTable;
  readonly names: NameBook;
  readonly spoken: Spoken;
  readonly gate: GateActions;
  showsKeys = $state(false);
  readonly #snapshot: () => SurveySnapshot;
  readonly #reviews: Reviews;

  constructor({ snapshot, gated, reviews, announcements }: DeskSources) {
    this.#snapshot = snapshot;
    this.#reviews = reviews;
    this.spoken = new Spoken(announcements);
    const notLooked = (): void => announcements.say(language.words.review.notLooked, 'problem');
    this.queue = new ReviewQueue(snapshot, new LikenessState(notLooked));
    this.table = new LightTable(snapshot, this.queue);
    this.names = new NameBook(snapshot, this.keys);
    this.gate = new GateActions({ snapshot, gated, reviews, queue: this.queue, spoken: this.spoken });
  }

  /** Says what was done, to those who hear the screen. */
  set said(text: string) {
    this.spoken.say(text);
  }

  /** Begins with another survey, with the view that the address names. */
  begin(): void {
    this.queue.likeness.clear();
    this.queue.clearSelection();
    this.queue.cursor = null;
    this.table.close();
    this.gate.question?.answer(null);
    this.said = '';
    this.queue.readAddress(location.hash);
    this.queue.lookAtPictures();
  }

  /** The stacks that a keystroke is about: the one on the light table, those chosen, or the one at the cursor. */
  get aimedAt(): readonly QueueEntry[] {
    if (this.table.entry) return [this.table.entry];
    const ids = this.queue.chosen.length > 0 ? this.queue.chosen : [this.queue.cursor ?? ''];
    return ids.flatMap((id) => this.queue.entry(id) ?? []);
  }

  photosOf({ photos }: QueueEntry): SnapshotPhoto[] {
    const all = this.#snapshot().photos;
    return photos.flatMap((index) => all[index] ?? []);
  }

  /** States a change of what is at hand. @returns false when it means nothing there */
  change(change: NamingChange): boolean {
    const { aimedAt } = this;
    const reviews = this.#change(change);
    // Of one, the screen shows it.
    if (reviews.length > 0 && aimedAt.length > 1)
      this.spoken.report(this.#words.changed(aimedAt.length), reviews);
    return reviews.length > 0;
  }

  /** Names what is at hand. */
  name(observation: Observation): void {
    const { aimedAt } = this;
    const added = this.table.adds;
    this.table.adds = false;
    const reviews = this.#change({ kind: 'name', observation, added });
    if (reviews.length === 0) return;
    const { taxon, role } = observation;
    const name = taxon?.commonName ?? taxon?.scientificName ?? language.words.labels[role];
    // A name lets nobody go, which is told where one might think so.
    const held = role === 'person' ? 0 : aimedAt.filter(({ gate }) => gate === 'held').length;
    const parts = [
      aimedAt.length > 1 ? this.#words.namedMany(aimedAt.length, name) : this.#words.named(name),
      ...(held > 0 ? [this.#words.stillHeld(held)] : []),
    ];
    if (aimedAt.length > 1) this.spoken.report(parts.join('. '), reviews);
    else this.said = parts.join('. ');
  }

  /** Accepts stacks as they are labelled. */
  accept(entries: readonly QueueEntry[]): void {
    const count = entries.filter(({ isReviewed, sequence }) => sequence && !isReviewed).length;
    const reviews = this.#state(this.#targets(entries, { kind: 'accept' }), { kind: 'accept' }, null);
    if (entries.length > 1) this.spoken.report(this.#words.accepted(count), reviews);
    else this.said = this.#words.accepted(count);
  }

  /** Accepts the photo that is shown, and nothing else. */
  acceptPhoto(photo: SnapshotPhoto): void {
    if (this.#state([photoTarget(photo)], { kind: 'accept' }, null).length > 0) {
      this.said = this.#words.acceptedPhoto;
    }
  }

  /** Changes the boxes of the photo that is shown. */
  changeBoxes(after: readonly EditableBox[]): void {
    const { photo, boxes } = this.table;
    if (!photo) return;
    const observations = stateBoxes(photo.observations, boxes, after);
    this.#reviews.add({ kind: 'observations', observations }, [photo.media.id]);
    this.said = this.#words.boxes(after.length);
  }

  /** Adds a box of what stands in the photo, else of an animal, and takes it at hand. */
  drawBox(box: BoundingBox): void {
    const { boxes, standing } = this.table;
    const meant = standing.findLast(({ role }) => role !== 'blank' && role !== 'unknown');
    const observation = { ...(meant ?? observationOf('animal')), count: null };
    this.changeBoxes([...boxes, { box, observation }]);
    this.table.isDrawing = false;
    this.table.box = boxes.length;
  }

  star(): void {
    const photos = this.table.photo
      ? [this.table.photo]
      : this.aimedAt.flatMap((entry) => coverOf(entry, this.#snapshot()) ?? []);
    const starred = photos.some((photo) => !photo.starred);
    if (photos.length === 0) return;
    const review = this.#reviews.add(
      { kind: 'star', starred },
      photos.map(({ media }) => media.id),
    );
    const text = starred ? this.#words.starred : this.#words.unstarred;
    if (photos.length > 1)
      this.spoken.report(`${text}: ${language.words.review.photos(photos.length)}`, [review]);
    else this.said = text;
  }

  /** Keeps a note with the photos at hand. */
  note(text: string): void {
    const { scope, photo, photos } = this.table;
    const about = scope === 'photo' && photo ? [photo] : photos;
    this.#reviews.add(
      { kind: 'note', text: text.trim() },
      about.map(({ media }) => media.id),
    );
  }

  hold(): void {
    this.gate.hold(this.aimedAt);
  }

  release(): void {
    this.gate.release(this.aimedAt, this.table.isOpen);
  }

  undo(): void {
    this.gate.undo((reviews) => this.#stepped(reviews, this.#words.undone, this.#words.nothingToUndo));
  }

  redo(): void {
    this.gate.redo((reviews) => this.#stepped(reviews, this.#words.redone, this.#words.nothingToRedo));
  }

  /** Takes certain reviews back, whatever was said since. */
  takeBack(ids: readonly string[]): void {
    this.#stepped(this.#reviews.takeBack(ids), this.#words.undone, this.#words.nothingToUndo);
  }

  #targets(entries: readonly QueueEntry[], change: NamingChange): NamingTarget[] {
    return entries.flatMap((entry) =>
      entry.sequence ? sequenceTargets(entry.sequence, this.photosOf(entry), change.kind === 'accept') : [],
    );
  }

  #change(change: NamingChange): readonly Review[] {
    const { photo, scope, box, boxes } = this.table;
    if (photo && box !== null) {
      const standing = stateBoxes(photo.observations, boxes, boxes);
      return this.#state([{ mediaIds: [photo.media.id], standing, isReviewed: false }], change, box);
    }
    const targets = photo && scope === 'photo' ? [photoTarget(photo)] : this.#targets(this.aimedAt, change);
    return this.#state(targets, change, null);
  }

  #state(targets: readonly NamingTarget[], change: NamingChange, chosen: number | null): readonly Review[] {
    return this.#reviews.addTogether(
      namingStatements(targets, change, chosen).map(({ observations, mediaIds }): Stated => [
        { kind: 'observations', observations },
        mediaIds,
      ]),
    );
  }

  /** Tells of a step back or forth; the person who takes it wants to see what it is about. */
  #stepped(reviews: readonly Review[], done: string, nothing: string): void {
    if (reviews.length === 0) {
      this.spoken.show(nothing);
      return;
    }
    const text = [done, ...this.#contentOf(reviews)].join(': ');
    if (reviews.length > 1 || reviews[0]?.statement.kind === 'gate') this.spoken.report(text);
    else this.spoken.show(text);
    const [first] = reviews[0]?.mediaIds ?? [];
    if (first === undefined || !this.table.isOpen) return;
    const index = this.#snapshot().photos.findIndex(({ media }) => media.id === first);
    const entry = this.queue.all.find(({ photos }) => photos.includes(index));
    if (entry && entry.id !== this.table.entry?.id) this.table.open(entry);
  }

  /** What reviews of one act say, in words; nothing where that is of many kinds. */
  #contentOf(reviews: readonly Review[]): string[] {
    const [first] = reviews;
    if (first?.statement.kind === 'gate')
      return [this.#words[first.statement.verdict === 'release' ? 'released' : 'held'](reviews.length)];
    if (first?.statement.kind !== 'observations') return [];
    return [this.#words.photosNamed(reviews.reduce((sum, { mediaIds }) => sum + mediaIds.length, 0))];
  }

  get #words(): typeof language.words.review.said {
    return language.words.review.said;
  }
}
