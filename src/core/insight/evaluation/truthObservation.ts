import { observedTaxon } from '../../survey/animalKind.ts';
import type { ModelLabel } from '../../models/manifest/modelManifest.ts';
import { observationOf, type Observation } from '../../taxa/observation.ts';
import { everyRoleWord, roleOfWord } from '../../taxa/roleOfWord.ts';
import { NameIndex } from '../../taxa/labelName.ts';
import { ancestorAt, readTaxon, scientificName, taxonLevels } from '../../taxa/taxonomy.ts';

/** Reads names from a table of truth as observations, in the words of a model's labels where it has them. */
export class TruthReader {
  readonly #byName = new NameIndex<ModelLabel>();
  readonly #known = new NameIndex<true>();
  /** Every name that it knows, for a search for the one that was meant. */
  readonly names: readonly string[];

  /** @param expected further names that are right, such as those of a checklist */
  constructor(labels: readonly ModelLabel[], expected: readonly string[] = []) {
    const names = new Set<string>(expected);
    for (const label of labels) {
      for (const name of [label.name, label.commonName, observedTaxon(label).scientificName]) {
        if (name === undefined) continue;
        this.#byName.add(name, label);
        names.add(name);
      }
      const taxon = label.taxon === undefined ? null : readTaxon(label.taxon);
      for (const level of taxon === null ? [] : taxonLevels) {
        const ancestor = ancestorAt(taxon ?? '', level);
        if (ancestor !== null) names.add(scientificName(ancestor));
      }
    }
    for (const name of names) this.#known.add(name, true);
    this.names = [...everyRoleWord, ...names];
  }

  /** Whether a name is one of the model's, or a word that every table uses. */
  knows(name: string): boolean {
    return roleOfWord(name) !== null || this.#known.find(name) !== undefined;
  }

  /** A name that nobody knows is an animal of that name. */
  read(name: string): Observation {
    const label = this.#byName.find(name);
    // A word that every table uses means what it says, whatever a model has under that name.
    const role = roleOfWord(name);
    if (role !== null) return observationOf(role);
    if (label && label.role !== 'other') {
      return observationOf(label.role, label.role === 'animal' ? observedTaxon(label) : null);
    }
    return observationOf('animal', { taxon: null, scientificName: name, commonName: null });
  }
}
