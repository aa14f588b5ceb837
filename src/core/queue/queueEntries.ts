import { changedPlaces, KeptList } from '../incremental/changedPlaces.ts';
import type { SnapshotPhoto, SnapshotSequence, SurveySnapshot } from '../survey/surveySnapshot.ts';
import { failedEntry, sequenceEntry, type QueueEntry } from './queueEntry.ts';

/** What entries follow from besides their sequence and its photos, and those that were made by it. */
interface EntryRules {
  thresholds: SurveySnapshot['thresholds'];
  /** As JSON. */
  triage: string;
  made: KeptList<SnapshotSequence, QueueEntry>;
}

/**
 * The entries of one survey after the other. A sequence is another object as soon as its photos, what was said of them
 * or a rule that it follows changed: of what stayed the same, the entries are the same objects.
 */
export class QueueEntries {
  #rules: EntryRules | null = null;
  #photos: SurveySnapshot['photos'] = [];
  #deployments: SurveySnapshot['deployments'] | null = null;
  /** Places of the photos that failed, rising. */
  #failed: readonly number[] = [];
  readonly #ofFailed = new WeakMap<SnapshotPhoto, QueueEntry>();
  #entries: readonly QueueEntry[] = [];

  /** One entry per sequence, in the snapshot's order, then one per failed photo. */
  of(snapshot: SurveySnapshot): readonly QueueEntry[] {
    this.#rules = this.#rulesOf(snapshot);
    this.#failed = this.#failedIn(snapshot);
    this.#photos = snapshot.photos;
    this.#deployments = snapshot.deployments;
    const ofFailed = this.#failed.flatMap((index) => {
      const photo = snapshot.photos[index];
      return photo ? [this.#entryOf(photo, index)] : [];
    });
    const entries = [...this.#rules.made.of(snapshot.sequences), ...ofFailed];
    if (changedPlaces(this.#entries, entries)?.length !== 0) this.#entries = entries;
    return this.#entries;
  }

  /** Starts again where the rules are others. */
  #rulesOf({ thresholds, settings }: SurveySnapshot): EntryRules {
    const triage = JSON.stringify(settings.triage);
    if (this.#rules?.thresholds === thresholds && this.#rules.triage === triage) return this.#rules;
    // While photos are sifted, sequences move to other places.
    const before = new WeakMap<SnapshotSequence, QueueEntry>();
    const made = new KeptList((sequence: SnapshotSequence) => {
      const entry =
        before.get(sequence) ?? sequenceEntry(sequence, this.#photos, thresholds, settings.triage);
      before.set(sequence, entry);
      return entry;
    });
    return { thresholds, triage, made };
  }

  #failedIn({ photos, deployments }: SurveySnapshot): readonly number[] {
    // The same for as long as the photos are where and what they were, whatever is said of them.
    if (this.#deployments === deployments) return this.#failed;
    const changed = changedPlaces(this.#photos, photos);
    const isSame = changed?.every((place) => hasFailed(this.#photos[place]) === hasFailed(photos[place]));
    if (isSame) return this.#failed;
    return photos.flatMap((photo, index) => (hasFailed(photo) ? [index] : []));
  }

  #entryOf(photo: SnapshotPhoto, index: number): QueueEntry {
    const before = this.#ofFailed.get(photo);
    if (before?.photos[0] === index) return before;
    const entry = failedEntry(photo, index);
    this.#ofFailed.set(photo, entry);
    return entry;
  }
}

function hasFailed(photo: SnapshotPhoto | undefined): boolean {
  return photo?.media.failure != null;
}

/** The entries of a survey, in the same order. */
export function queueEntries(snapshot: SurveySnapshot): readonly QueueEntry[] {
  return new QueueEntries().of(snapshot);
}
