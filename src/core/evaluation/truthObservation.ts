import { observedTaxon } from '../decision/animalKind.ts';
import { guessRoles } from '../manifest/labelRole.ts';
import type { ModelLabel } from '../manifest/modelManifest.ts';
import { observationOf, type Observation } from '../observation/observation.ts';
import { NameIndex } from '../taxonomy/labelName.ts';

/** Reads names from a table of truth as observations, in the words of a model's labels where it has them. */
export class TruthReader {
  readonly #byName = new NameIndex<ModelLabel>();

  constructor(labels: readonly ModelLabel[]) {
    for (const label of labels) {
      for (const name of [label.name, label.commonName, observedTaxon(label).scientificName]) {
        if (name !== undefined) this.#byName.add(name, label);
      }
    }
  }

  read(name: string): Observation {
    const label = this.#byName.find(name);
    // A word that every table uses means what it says, whatever a model has under that name.
    const guessed = guessRoles([name])[0]?.role ?? 'animal';
    if (guessed !== 'animal' && guessed !== 'other') return observationOf(guessed);
    if (/^(?:animals?|wildlife|fauna)$/i.test(name)) return observationOf('animal');
    if (/^(?:unknown|unidentified|unclear|other)$/i.test(name)) return observationOf('unknown');
    if (label && label.role !== 'other') {
      return observationOf(label.role, label.role === 'animal' ? observedTaxon(label) : null);
    }
    return observationOf('animal', { taxon: null, scientificName: name, commonName: null });
  }
}
