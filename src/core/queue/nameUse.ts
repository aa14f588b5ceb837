import type { ObservedTaxon } from '../taxa/observation.ts';
import { changedPlaces } from '../incremental/changedPlaces.ts';
import type { SnapshotPhoto, SnapshotSequence } from '../survey/surveySnapshot.ts';
import type { UsedName } from './speciesLetters.ts';

/** Where names are given: the parts of a snapshot that are read. */
export interface NamedPhotos {
  photos: readonly Pick<SnapshotPhoto, 'observations'>[];
  sequences: readonly Pick<SnapshotSequence, 'photos' | 'observations'>[];
}

interface KnownName {
  taxon: ObservedTaxon;
  /** In how many observations it was given at each moment. */
  moments: Map<string, number>;
}

/**
 * The names people have given, most often first, in one survey after the other: only sequences that are others than the
 * last time are looked at. Photos named at one moment count once: it is one keystroke that is learned from.
 */
export class NamesInUse {
  #last: NamedPhotos = { photos: [], sequences: [] };
  #known = new Map<string, KnownName>();
  #used: readonly UsedName[] = [];

  /** The same list as the last time where the same names were given as often. */
  of(survey: NamedPhotos): readonly UsedName[] {
    let changed = changedPlaces(this.#last.sequences, survey.sequences);
    let isOther = changed === null;
    if (changed === null) {
      this.#known = new Map();
      this.#last = { photos: [], sequences: [] };
      changed = [...survey.sequences.keys()];
    }
    for (const place of changed) {
      for (const [by, { photos, sequences }] of [
        [-1, this.#last],
        [1, survey],
      ] as const) {
        const sequence = sequences[place];
        // Where nobody named anything, the machine's word stands.
        if (sequence?.observations[0]?.provenance.by !== 'human') continue;
        for (const index of sequence.photos) isOther = this.#count(photos[index], by) || isOther;
      }
    }
    this.#last = survey;
    if (isOther) this.#used = this.#inOrder();
    return this.#used;
  }

  #count(photo: NamedPhotos['photos'][number] | undefined, by: 1 | -1): boolean {
    let isOther = false;
    for (const { taxon, provenance } of photo?.observations ?? []) {
      if (taxon === null || provenance.by !== 'human') continue;
      const name = this.#known.get(taxon.scientificName) ?? { taxon, moments: new Map<string, number>() };
      this.#known.set(taxon.scientificName, name);
      const count = (name.moments.get(provenance.at) ?? 0) + by;
      if (count === 0) name.moments.delete(provenance.at);
      else name.moments.set(provenance.at, count);
      isOther = true;
    }
    return isOther;
  }

  #inOrder(): UsedName[] {
    return [...this.#known.values()]
      .filter(({ moments }) => moments.size > 0)
      .map(({ taxon, moments }) => ({ taxon, uses: moments.size }))
      .sort(
        (left, right) =>
          right.uses - left.uses || (left.taxon.scientificName < right.taxon.scientificName ? -1 : 1),
      );
  }
}
