import { dayOf, type DeploymentEffort } from '../effort/effortCalendar.ts';
import type { SurveySnapshot } from '../../survey/surveySnapshot.ts';
import { isSpecies, nameOf, observedNames } from '../../survey/observedName.ts';
import { speciesAccumulation, type SpeciesAccumulation } from './speciesAccumulation.ts';

/**
 * Species by trap night: a sampling unit is one deployment on one day, from its first day with photos to its last. Only
 * animals named to the species count, dependent records too, because a species is there in every night it is seen.
 */
export function speciesByNight(
  snapshot: SurveySnapshot,
  effort: readonly DeploymentEffort[],
): SpeciesAccumulation {
  const names = observedNames(snapshot);
  const nights = new Map<string, Set<string>>();
  for (const { label, records } of snapshot.events) {
    if (!isSpecies(nameOf(names, label))) continue;
    const own = nights.get(label) ?? new Set();
    for (const { photo, seconds } of records) {
      if (seconds !== null) own.add(`${dayOf(seconds)} ${snapshot.photos[photo]?.deploymentId ?? ''}`);
    }
    if (own.size > 0) nights.set(label, own);
  }
  const units = effort.reduce((sum, { cameraDays }) => sum + cameraDays, 0);
  return speciesAccumulation(
    [...nights.values()].map(({ size }) => Math.min(size, units)),
    units,
  );
}
