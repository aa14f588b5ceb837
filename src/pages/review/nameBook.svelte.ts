import { SvelteMap } from 'svelte/reactivity';
import type { ObservedTaxon } from '../../core/taxa/observation.ts';
import { freeLetters } from '../../core/queue/keyBindings.ts';
import { NamesInUse } from '../../core/queue/nameUse.ts';
import { speciesLetters } from '../../core/queue/speciesLetters.ts';
import type { SurveySnapshot } from '../../core/survey/surveySnapshot.ts';
import { taxonOfLabel } from '../../core/taxa/observedTaxon.ts';
import { checklistFromText } from '../../core/taxa/checklistText.ts';
import { TaxonSearch } from '../../core/taxa/taxonSearch.ts';
import { recall, remember } from '../../platform/remembered.ts';
import type { KeySettings } from './keySettings.svelte.ts';

const keptAs = 'fieldsift.letters';

function readLetters(): Map<string, string> {
  try {
    const value: unknown = JSON.parse(recall(keptAs) ?? '[]');
    return new Map(Array.isArray(value) ? (value as [string, string][]) : []);
  } catch {
    return new Map();
  }
}

/** The names a person can give: those of the model, of the checklist, and those given already. */
export class NameBook {
  readonly #snapshot: () => SurveySnapshot;
  readonly #keys: KeySettings;
  #before = readLetters();

  readonly #namesInUse = new NamesInUse();
  readonly used = $derived.by(() => this.#namesInUse.of(this.#snapshot()));
  // By themselves, so that what is not about names changes nothing.
  readonly #labels = $derived.by(() => this.#snapshot().labels);
  readonly #checklist = $derived.by(() => this.#snapshot().settings.species.checklist);

  readonly search = $derived.by(() => {
    const search = new TaxonSearch();
    for (const { taxon, uses } of this.used) search.add(taxon, uses);
    for (const label of this.#labels) {
      const taxon = taxonOfLabel(label);
      if (taxon) search.add(taxon);
    }
    for (const [name, ...others] of checklistFromText(this.#checklist)) {
      if (name !== undefined)
        search.add({ taxon: null, scientificName: name, commonName: others[0] ?? null });
    }
    return search;
  });

  /** Names by their letter. */
  readonly letters = $derived.by(() => {
    const given = speciesLetters(this.used, freeLetters(this.#keys.bindings), this.#before);
    // Made and read within this reckoning only.
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- see above
    const names = new Map(this.used.map(({ taxon }) => [taxon.scientificName, taxon]));
    const byLetter = new SvelteMap<string, ObservedTaxon>();
    for (const [name, letter] of given) {
      const taxon = names.get(name);
      if (taxon) byLetter.set(letter, taxon);
    }
    this.#keep(given);
    return byLetter;
  });

  constructor(snapshot: () => SurveySnapshot, keys: KeySettings) {
    this.#snapshot = snapshot;
    this.#keys = keys;
  }

  /** Hands remember: letters given once stay, also for the next survey. */
  #keep(given: ReadonlyMap<string, string>): void {
    for (const [name, letter] of given) this.#before.set(name, letter);
    remember(keptAs, JSON.stringify([...this.#before]));
  }
}
