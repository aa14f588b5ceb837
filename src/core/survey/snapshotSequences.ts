import type { Photo } from './photo.ts';
import { KeptList, changedPlaces } from '../incremental/changedPlaces.ts';
import type { StandingSequence } from './standing.ts';
import type { SnapshotSequence } from './surveySnapshot.ts';

type Indices = ReadonlyMap<string, number>;

function layOut(sequence: StandingSequence, indices: Indices): SnapshotSequence {
  const { id, deployment, frames, decision, observations, gate, triage, disagreement, isReviewed, event } =
    sequence;
  return {
    id,
    deploymentId: deployment,
    photos: frames.map((frame) => indices.get(frame.id) ?? -1),
    decision,
    observations,
    gate,
    triage,
    disagreement,
    isReviewed,
    ...(event && { event }),
  };
}

/** The sequences of a survey as its snapshot has them; those that stayed the same are laid out once. */
export class SnapshotSequences {
  #photos: readonly Photo[] = [];
  #laidOut = this.#layingOut(new Map());

  /** @param photos in order of their paths: a sequence names its photos by their places in it */
  of(sequences: readonly StandingSequence[], photos: readonly Photo[]): readonly SnapshotSequence[] {
    // Sifting changes what is known of photos, but not their order.
    const isSameOrder = changedPlaces(this.#photos, photos)?.every(
      (place) => this.#photos[place]?.id === photos[place]?.id,
    );
    this.#photos = photos;
    if (!isSameOrder) this.#laidOut = this.#layingOut(new Map(photos.map(({ id }, index) => [id, index])));
    return this.#laidOut.of(sequences);
  }

  #layingOut(indices: Indices): KeptList<StandingSequence, SnapshotSequence> {
    const before = new WeakMap<StandingSequence, SnapshotSequence>();
    return new KeptList((sequence) => {
      const known = before.get(sequence) ?? layOut(sequence, indices);
      before.set(sequence, known);
      return known;
    });
  }
}
