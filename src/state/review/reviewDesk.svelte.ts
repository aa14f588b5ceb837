import type { QueueEntry } from '../../core/query/queueEntry.ts';
import { observationOf, type Observation } from '../../core/observation/observation.ts';
import type { BoundingBox } from '../../core/prediction/box.ts';
import { stateBoxes, type EditableBox } from '../../core/review/boxEdit.ts';
import { coverOf } from '../../core/review/coverPhoto.ts';
import type { NamingChange } from '../../core/review/naming.ts';
import {
  namingStatements,
  photoTarget,
  sequenceTargets,
  type NamingTarget,
} from '../../core/review/statement.ts';
import type { SnapshotPhoto, SurveySnapshot } from '../../core/survey/surveySnapshot.ts';
import type { Announcements } from '../announcements.svelte.ts';
import { language } from '../language.svelte.ts';
import type { Reviews } from '../reviews.svelte.ts';
import { KeySettings } from './keySettings.svelte.ts';
import { LikenessState } from './likenessState.svelte.ts';
import { LightTable } from './lightTable.svelte.ts';
import { NameBook } from './nameBook.svelte.ts';
import { ReviewQueue } from './reviewQueue.svelte.ts';
import { Statements } from './statements.ts';

/** What the desk reads and writes. */
export interface DeskSources {
  snapshot: () => SurveySnapshot;
  reviews: Reviews;
  announcements: Announcements;
}

/** Where a person reviews: the queue, the light table, and what they say with the keys they have. */
export class ReviewDesk {
  readonly keys = new KeySettings();
  readonly queue: ReviewQueue;
  readonly table: LightTable;
  readonly names: NameBook;
  showsKeys = $state(false);
  /** What was done last, for those who hear the screen. */
  said = $state('');
  readonly #snapshot: () => SurveySnapshot;
  readonly #statements: Statements;

  constructor({ snapshot, reviews, announcements }: DeskSources) {
    this.#snapshot = snapshot;
    this.#statements = new Statements(reviews);
    const notLooked = (): void => announcements.say(language.words.review.notLooked, 'problem');
    this.queue = new ReviewQueue(snapshot, new LikenessState(notLooked));
    this.table = new LightTable(snapshot, this.queue);
    this.names = new NameBook(snapshot, this.keys);
  }

  /** Begins with another survey, with the view that the address names. */
  begin(): void {
    this.queue.likeness.clear();
    this.queue.clearSelection();
    this.queue.cursor = null;
    this.table.close();
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
    const { photo, scope, box, boxes } = this.table;
    if (photo && box !== null) {
      const standing = stateBoxes(photo.observations, boxes, boxes);
      return this.#state([{ mediaIds: [photo.media.id], standing, isReviewed: false }], change, box);
    }
    const targets = photo && scope === 'photo' ? [photoTarget(photo)] : this.#targets(this.aimedAt, change);
    return this.#state(targets, change, null);
  }

  /** Names what is at hand. */
  name(observation: Observation): void {
    const added = this.table.adds;
    this.table.adds = false;
    if (this.change({ kind: 'name', observation, added })) this.#sayName(observation);
  }

  /** Accepts stacks as they are labelled. */
  accept(entries: readonly QueueEntry[]): void {
    const count = entries.filter(({ isReviewed, sequence }) => sequence && !isReviewed).length;
    this.#state(this.#targets(entries, { kind: 'accept' }), { kind: 'accept' }, null);
    this.said = this.#words.accepted(count);
  }

  /** Accepts the photo that is shown, and nothing else. */
  acceptPhoto(photo: SnapshotPhoto): void {
    if (this.#state([photoTarget(photo)], { kind: 'accept' }, null)) {
      this.said = this.#words.acceptedPhoto;
    }
  }

  /** Changes the boxes of the photo that is shown. */
  changeBoxes(after: readonly EditableBox[]): void {
    const { photo, boxes } = this.table;
    if (!photo) return;
    const observations = stateBoxes(photo.observations, boxes, after);
    this.#statements.add([[{ kind: 'observations', observations }, [photo.media.id]]]);
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
    this.#statements.add([[{ kind: 'star', starred }, photos.map(({ media }) => media.id)]]);
    this.said = starred ? this.#words.starred : this.#words.unstarred;
  }

  /** Keeps a note with the photos at hand. */
  note(text: string): void {
    const { scope, photo, photos } = this.table;
    const about = scope === 'photo' && photo ? [photo] : photos;
    this.#statements.add([[{ kind: 'note', text: text.trim() }, about.map(({ media }) => media.id)]]);
  }

  /** Holds the stacks at hand back, or releases them with every sign that is there to be seen. */
  gate(verdict: 'hold' | 'release'): void {
    const entries = this.aimedAt.filter(({ sequence }) => sequence !== null);
    this.#statements.add(
      entries.map((entry) => {
        const gate = entry.sequence?.gate;
        const signs = gate?.state === 'held' && gate.by === 'machine' ? gate.signs : [];
        const signedOff = verdict === 'release' ? signs.map(({ key }) => key) : [];
        return [{ kind: 'gate', verdict, signedOff }, this.photosOf(entry).map(({ media }) => media.id)];
      }),
    );
    this.said = verdict === 'hold' ? this.#words.held : this.#words.released;
  }

  undo(): void {
    this.#goTo(this.#statements.undo(), this.#words.undone, this.#words.nothingToUndo);
  }

  redo(): void {
    this.#goTo(this.#statements.redo(), this.#words.redone, this.#words.nothingToRedo);
  }

  #targets(entries: readonly QueueEntry[], change: NamingChange): NamingTarget[] {
    return entries.flatMap((entry) =>
      entry.sequence ? sequenceTargets(entry.sequence, this.photosOf(entry), change.kind === 'accept') : [],
    );
  }

  #state(targets: readonly NamingTarget[], change: NamingChange, chosen: number | null): boolean {
    const statements = namingStatements(targets, change, chosen);
    this.#statements.add(
      statements.map(({ observations, mediaIds }) => [{ kind: 'observations', observations }, mediaIds]),
    );
    return statements.length > 0;
  }

  /** Whoever undoes wants to see what they undid. */
  #goTo(mediaIds: readonly string[] | null, done: string, nothing: string): void {
    this.said = mediaIds === null ? nothing : done;
    const [first] = mediaIds ?? [];
    if (first === undefined || !this.table.isOpen) return;
    const index = this.#snapshot().photos.findIndex(({ media }) => media.id === first);
    const entry = this.queue.all.find(({ photos }) => photos.includes(index));
    if (entry && entry.id !== this.table.entry?.id) this.table.open(entry);
  }

  #sayName({ taxon, role }: Observation): void {
    const name = taxon?.commonName ?? taxon?.scientificName ?? language.words.labels[role];
    this.said = this.#words.named(name);
  }

  get #words(): typeof language.words.review.said {
    return language.words.review.said;
  }
}
