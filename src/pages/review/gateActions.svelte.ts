// Sets and maps here are made and read within one act.
/* eslint-disable svelte/prefer-svelte-reactivity -- see above */
import type { GatedSequence } from '../../core/decisions/gate/peopleGate.ts';
import type { QueueEntry } from '../../core/queue/queueEntry.ts';
import type { Review, ReviewStatement } from '../../core/survey/reviews/review.ts';
import { compareDoubts, releaseDoubt, type ReleaseDoubt } from '../../core/queue/releaseDoubt.ts';
import type { SnapshotPhoto, SurveySnapshot } from '../../core/survey/surveySnapshot.ts';
import { language } from '../shell/language.svelte.ts';
import type { Reviews, Stated } from '../survey/reviews.svelte.ts';
import { OpenedPhotos } from './openedPhotos.ts';
import type { ReviewQueue } from './reviewQueue.svelte.ts';
import type { Spoken } from './spoken.svelte.ts';

/** What would let held sequences go: a release, a step back or forth, other settings, another model. */
export type GateOpener = 'release' | 'undo' | 'redo' | 'setting' | 'model';

/** A question that waits for the person: whether held sequences may go. */
export interface GateQuestion {
  opener: GateOpener;
  /** Those in doubt, the largest doubt first. */
  doubts: readonly ReleaseDoubt[];
  /** How many others go with them. */
  others: number;
  /** True where some may go and others stay. */
  isByPicture: boolean;
  /** @param stay ids of those that stay held; null leaves everything as it is */
  answer: (stay: ReadonlySet<string> | null) => void;
}

export interface GateSources {
  snapshot: () => SurveySnapshot;
  gated: () => readonly GatedSequence[];
  reviews: Reviews;
  queue: ReviewQueue;
  spoken: Spoken;
}

const everything: ReadonlySet<string> = new Set();

function namesPerson(statement: ReviewStatement): boolean {
  return statement.kind === 'observations' && statement.observations.some(({ role }) => role === 'person');
}

/** Holding back and letting go: nothing that was not seen, or that looks like a person, goes without a question. */
export class GateActions {
  readonly opened = new OpenedPhotos();
  question = $state.raw<GateQuestion | null>(null);
  readonly #from: GateSources;

  constructor(sources: GateSources) {
    this.#from = sources;
  }

  /** Holds sequences back. */
  hold(entries: readonly QueueEntry[]): void {
    const found = entries.filter(({ sequence }) => sequence !== null);
    if (found.length === 0) return;
    const reviews = this.#from.reviews.addTogether(
      found.map((entry) => [{ kind: 'gate', verdict: 'hold', signedOff: [] }, this.#mediaIds(entry)]),
    );
    this.#from.spoken.report(this.#words.held(found.length), reviews);
  }

  /**
   * Releases sequences with every sign that is there to be seen; asks first about those that nobody opened and those that
   * may well show a person.
   *
   * @param isInSight true for the one sequence that lies on the light table
   */
  release(entries: readonly QueueEntry[], isInSight: boolean): void {
    const held = entries.filter(({ gate }) => gate === 'held');
    // Whoever looks at one that is clear says that nobody is in it.
    const found = held.length === 0 && isInSight ? entries.filter(({ sequence }) => sequence !== null) : held;
    if (found.length === 0) {
      this.#from.spoken.show(this.#words.nothingHeld);
      return;
    }
    const gated = new Map(this.#from.gated().map((one) => [one.id, one]));
    const asked = found.map((entry) => ({
      ...{ entry, gate: JSON.stringify(entry.sequence?.gate) },
      stated: this.#statedRelease(entry, gated.get(entry.id)),
    }));
    const doubts = this.#doubtsOf(held).filter(({ wasOpened }) => !isInSight || !wasOpened);
    const act = (stay: ReadonlySet<string>): void => {
      const wanted = asked.filter(({ entry }) => !stay.has(entry.id));
      // Meanwhile somebody may have held one, or a model may have seen more.
      const same = wanted.filter(
        ({ entry, gate }) => JSON.stringify(this.#from.queue.entry(entry.id)?.sequence?.gate) === gate,
      );
      const reviews = this.#from.reviews.addTogether(same.map(({ stated }) => stated));
      const changed = wanted.length - same.length;
      const text = this.#words.released(same.length);
      this.#from.spoken.report(
        changed === 0 ? text : `${text}. ${this.#words.changedMeanwhile(changed)}`,
        reviews,
      );
    };
    if (doubts.length === 0) act(everything);
    else this.#ask('release', doubts, found.length - doubts.length, true, act);
  }

  /** Takes the last act back; asks first where that lets somebody go whom another person, or an earlier visit, held. */
  undo(done: (reviews: readonly Review[]) => void): void {
    const { reviews } = this.#from;
    const act = reviews.log.undoableAct;
    const holds = act.filter(
      ({ statement }) =>
        (statement.kind === 'gate' && statement.verdict === 'hold') || namesPerson(statement),
    );
    const isOwn = holds.every(({ id }) => reviews.isOfThisVisit(id));
    const go = (): void => done(reviews.undo());
    const doubts = isOwn ? [] : this.#doubtsOf(this.#heldByHuman(holds));
    if (doubts.length === 0) go();
    else this.#ask('undo', doubts, 0, false, go);
  }

  /** Takes the last undo back; asks first where that releases what was not seen, or may well show a person. */
  redo(done: (reviews: readonly Review[]) => void): void {
    const { reviews } = this.#from;
    const again = reviews.log.redoableAct.flatMap(({ statement }) =>
      statement.kind === 'undo' ? (reviews.log.review(statement.reviewId) ?? []) : [],
    );
    const releases = again.filter(
      ({ statement }) => statement.kind === 'gate' && statement.verdict === 'release',
    );
    const held = this.#entriesOf(releases).filter(({ gate }) => gate === 'held');
    const doubts = this.#doubtsOf(held);
    const go = (): void => done(reviews.redo());
    if (doubts.length === 0) go();
    else this.#ask('redo', doubts, held.length - doubts.length, false, go);
  }

  /** Whether a setting or a model may let these sequences go; true without a question where there are none. */
  mayOpen(opener: 'setting' | 'model', ids: readonly string[]): Promise<boolean> {
    if (ids.length === 0) return Promise.resolve(true);
    const wanted = new Set(ids);
    const doubts = this.#doubtsOf(
      this.#from.queue.all.filter(({ id }) => wanted.has(id)),
      () => false,
    ).map((doubt) => ({ ...doubt, wasOpened: this.opened.has(doubt.photo.media) }));
    return new Promise((resolve) => {
      this.question?.answer(null);
      this.question = {
        ...{ opener, doubts, others: 0, isByPicture: false },
        answer: (stay) => {
          this.question = null;
          resolve(stay !== null);
        },
      };
    });
  }

  #ask(
    opener: GateOpener,
    doubts: readonly ReleaseDoubt[],
    others: number,
    isByPicture: boolean,
    act: (stay: ReadonlySet<string>) => void,
  ): void {
    this.question?.answer(null);
    this.question = {
      ...{ opener, doubts, others, isByPicture },
      answer: (stay) => {
        this.question = null;
        if (stay !== null) act(stay);
      },
    };
  }

  /** @param wasOpened left out: what was seen in full size is known */
  #doubtsOf(
    entries: readonly QueueEntry[],
    wasOpened = ({ media }: SnapshotPhoto): boolean => this.opened.has(media),
  ): ReleaseDoubt[] {
    return entries
      .flatMap(({ sequence, photos }) =>
        sequence ? (releaseDoubt(sequence, this.#photos(photos), wasOpened) ?? []) : [],
      )
      .sort(compareDoubts);
  }

  #statedRelease(entry: QueueEntry, gated: GatedSequence | undefined): Stated {
    // All of its signs: a release takes the place of an earlier one, with what that signed off.
    const signedOff = (gated?.signs ?? []).map(({ key }) => key);
    return [{ kind: 'gate', verdict: 'release', signedOff }, this.#mediaIds(entry)];
  }

  #entriesOf(reviews: readonly Review[]): QueueEntry[] {
    const mediaIds = new Set(reviews.flatMap((review) => review.mediaIds));
    if (mediaIds.size === 0) return [];
    return this.#from.queue.all.filter(({ photos }) =>
      this.#photos(photos).some(({ media }) => mediaIds.has(media.id)),
    );
  }

  #heldByHuman(reviews: readonly Review[]): QueueEntry[] {
    return this.#entriesOf(reviews).filter(
      ({ sequence }) => sequence?.gate.state === 'held' && sequence.gate.by === 'human',
    );
  }

  #photos(indices: readonly number[]): SnapshotPhoto[] {
    const { photos } = this.#from.snapshot();
    return indices.flatMap((index) => photos[index] ?? []);
  }

  #mediaIds({ photos }: QueueEntry): string[] {
    return this.#photos(photos).map(({ media }) => media.id);
  }

  get #words(): typeof language.words.review.said {
    return language.words.review.said;
  }
}
