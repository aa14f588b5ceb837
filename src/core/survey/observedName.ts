import type { Observation, ObservedRole } from '../taxa/observation.ts';
import type { SurveySnapshot } from './surveySnapshot.ts';
import { levelOf, type Taxon } from '../taxa/taxonomy.ts';

const roles = ['animal', 'person', 'vehicle', 'blank', 'unknown'] as const;

/** What the events of a survey are called: a kind of animal, or no more than a role. */
export interface ObservedName {
  /** As in the events: the scientific name, or the role. */
  label: string;
  role: ObservedRole;
  /** null where the project has no taxonomy for it, and for roles. */
  taxon: Taxon | null;
  commonName: string | null;
}

/** The label under which an observation counts among the events. */
export function labelOf({ role, taxon }: Pick<Observation, 'role' | 'taxon'>): string {
  return taxon?.scientificName ?? role;
}

/** Whether it names one species, so that it counts as one; `Felidae` does not, and nor does `animal`. */
export function isSpecies({ label, role, taxon }: ObservedName): boolean {
  return role === 'animal' && label !== role && (taxon === null || levelOf(taxon) === 'species');
}

/** All names that occur in the photos of a survey, by their label. */
export function observedNames({ photos }: SurveySnapshot): Map<string, ObservedName> {
  const names = new Map<string, ObservedName>();
  for (const { observations } of photos) {
    for (const { role, taxon } of observations) {
      const label = labelOf({ role, taxon });
      const known = names.get(label);
      if (known && (known.commonName ?? taxon?.commonName ?? null) === known.commonName) continue;
      names.set(label, { label, role, taxon: taxon?.taxon ?? null, commonName: taxon?.commonName ?? null });
    }
  }
  return names;
}

/** The name of a label, also of one that no photo's observation has. */
export function nameOf(names: ReadonlyMap<string, ObservedName>, label: string): ObservedName {
  const role = roles.find((one) => one === label) ?? 'animal';
  return names.get(label) ?? { label, role, taxon: null, commonName: null };
}
