import type { RoleThresholds } from '../models/role.ts';
import type { Photo } from './photo.ts';
import { changedPlaces } from '../incremental/changedPlaces.ts';
import { DecidedPhoto } from './decidedPhoto.ts';
import type { MachineWord } from './machineWord.ts';
import { sameList } from '../incremental/perPart.ts';
import type { ReviewOfPhoto, StandingRules, StandingSequence } from './standing.ts';
import type { SnapshotPhoto, SnapshotSequence } from './surveySnapshot.ts';

/** What the photos of a snapshot follow from. */
export interface PhotoParts {
  /** In order of their paths. */
  photos: readonly Photo[];
  /** For each copy the id of the photo that counts. */
  copies: ReadonlyMap<string, string>;
  /** A new array whenever the observations of one of the photos change. */
  sequences: readonly StandingSequence[];
  /** The same with their photos' places, in the same order. */
  laidOut: readonly SnapshotSequence[];
  reviewOf: ReviewOfPhoto;
  thresholds: RoleThresholds;
  word: MachineWord;
}

/** The photos of a survey as its snapshot has them; where sequences alone changed, only theirs are made again. */
export class SnapshotPhotos {
  #before: PhotoParts | null = null;
  #decided: readonly DecidedPhoto[] = [];
  /** Places of photos without a sequence: they failed, wait or are copies. */
  #alone: readonly number[] = [];
  #rules: StandingRules | null = null;

  of(parts: PhotoParts): readonly SnapshotPhoto[] {
    const changed = this.#changedSequences(parts);
    if (changed === null) this.#makeAll(parts);
    else this.#follow(changed, parts);
    this.#before = parts;
    return this.#decided;
  }

  /** Places of sequences that are others, of the same photos; null where more than they changed. */
  #changedSequences(parts: PhotoParts): readonly number[] | null {
    const before = this.#before;
    if (
      before?.photos !== parts.photos ||
      before.copies !== parts.copies ||
      before.thresholds !== parts.thresholds ||
      before.word !== parts.word
    )
      return null;
    const changed = changedPlaces(before.sequences, parts.sequences);
    const areSamePhotos = changed?.every((place) =>
      sameList(before.laidOut[place]?.photos ?? [], parts.laidOut[place]?.photos ?? []),
    );
    return areSamePhotos ? (changed ?? null) : null;
  }

  #makeAll(parts: PhotoParts): void {
    const { photos, sequences, laidOut } = parts;
    const places = new Int32Array(photos.length).fill(-1);
    const frames = new Int32Array(photos.length);
    laidOut.forEach((sequence, place) => {
      sequence.photos.forEach((index, frame) => {
        places[index] = place;
        frames[index] = frame;
      });
    });
    this.#rules = null;
    const alone: number[] = [];
    this.#decided = photos.map((photo, index) => {
      const sequence = sequences[places[index] ?? -1] ?? null;
      if (!sequence) alone.push(index);
      return this.#decide(photo, sequence, frames[index] ?? 0, parts);
    });
    this.#alone = alone;
  }

  #follow(changed: readonly number[], parts: PhotoParts): void {
    const { photos, sequences, laidOut, reviewOf } = parts;
    const decided = [...this.#decided];
    let isOther = changed.length > 0;
    for (const place of changed) {
      laidOut[place]?.photos.forEach((index, frame) => {
        const photo = photos[index];
        if (photo) decided[index] = this.#decide(photo, sequences[place] ?? null, frame, parts);
      });
    }
    for (const index of this.#alone) {
      const photo = photos[index];
      if (!photo || decided[index]?.isReviewedAs(reviewOf(photo.id))) continue;
      decided[index] = this.#decide(photo, null, 0, parts);
      isOther = true;
    }
    if (isOther) this.#decided = decided;
  }

  #decide(photo: Photo, sequence: StandingSequence | null, frame: number, parts: PhotoParts): DecidedPhoto {
    const { copies, reviewOf } = parts;
    const rules = (this.#rules ??= { thresholds: parts.thresholds, word: parts.word });
    return new DecidedPhoto(photo, sequence, frame, copies.get(photo.id), reviewOf(photo.id), rules);
  }
}
