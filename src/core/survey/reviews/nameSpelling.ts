import type { Observation } from '../../taxa/observation.ts';
import type { Review } from './review.ts';

/** The same text for the same kind, however it is written: without case, outer blanks and double ones. */
export function kindKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** One spelling for each kind that people name: the first one that anybody used, without blanks around it. */
export class NameSpellings {
  readonly #first = new Map<string, string>();

  /** Takes up the names in a review. */
  add({ statement }: Review): void {
    if (!('observations' in statement)) return;
    for (const { taxon } of statement.observations ?? []) {
      if (!taxon) continue;
      const key = kindKey(taxon.scientificName);
      if (!this.#first.has(key)) this.#first.set(key, taxon.scientificName.trim().replace(/\s+/g, ' '));
    }
  }

  /** The observations with each kind under its one spelling; the same list where all are. */
  of(observations: readonly Observation[]): readonly Observation[] {
    const isSame = observations.every(
      ({ taxon }) => !taxon || this.#of(taxon.scientificName) === taxon.scientificName,
    );
    if (isSame) return observations;
    return observations.map((one) =>
      one.taxon
        ? { ...one, taxon: { ...one.taxon, scientificName: this.#of(one.taxon.scientificName) } }
        : one,
    );
  }

  #of(name: string): string {
    return this.#first.get(kindKey(name)) ?? name;
  }
}
