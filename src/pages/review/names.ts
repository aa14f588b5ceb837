import type { Observation } from '../../core/taxa/observation.ts';
import { language } from '../shell/language.svelte.ts';

/** How an observation is called on the screen: by its common name where there is one. */
export function shownName({ taxon, role }: Pick<Observation, 'taxon' | 'role'>): string {
  return taxon?.commonName ?? taxon?.scientificName ?? language.words.labels[role];
}

/** All that stands, as one line: `red deer 2, fox`. */
export function shownNames(observations: readonly Observation[]): string {
  return observations
    .map((one) => (one.count !== null && one.count > 1 ? `${shownName(one)} ${one.count}` : shownName(one)))
    .join(', ');
}

/** The last part of a deployment's path, which is what tells cameras apart on a small card. */
export function placeName(deployment: string): string {
  return deployment.slice(deployment.lastIndexOf('/') + 1);
}
