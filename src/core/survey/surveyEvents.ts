import type { ObservedRole, StandingObservation } from '../taxa/observation.ts';
import { assessTemporalIndependence, type SpeciesEvent } from '../decisions/sequence/event.ts';
import type { Placement } from './placement.ts';
import type { SnapshotPhoto, SnapshotRecord } from './surveySnapshot.ts';
import type { EventSettings } from '../settings/surveySettings.ts';

/** What an observation counts as: its scientific name, or its role where nobody named it. */
export function labelOf({ role, taxon }: Pick<StandingObservation, 'role' | 'taxon'>): string {
  return taxon?.scientificName ?? role;
}

const countsFor: Record<ObservedRole, boolean> = {
  animal: true,
  person: true,
  vehicle: true,
  unknown: true,
  blank: false,
};

const nothing: readonly string[] = [];

/** What a photo is a record of, each label once. */
function countedLabels(observations: readonly StandingObservation[]): Iterable<string> {
  const [first] = observations;
  if (first && observations.length === 1) return countsFor[first.role] ? [labelOf(first)] : nothing;
  return new Set(observations.flatMap((one) => (countsFor[one.role] ? [labelOf(one)] : [])));
}

/**
 * The independent events of everything that stands: one record for each label in each photo, grouped by deployment or
 * by station. Photos that are copies of others or not sifted have no observations, and so no records.
 *
 * @param photos with the seconds by which each is grouped, in the same order
 */
export function surveyEvents(
  photos: readonly Pick<SnapshotPhoto, 'media' | 'deploymentId' | 'observations'>[],
  seconds: readonly (number | null)[],
  stations: Placement['stations'],
  settings: EventSettings,
): SpeciesEvent<SnapshotRecord>[] {
  const records: SnapshotRecord[] = [];
  photos.forEach(({ media, deploymentId, observations }, photo) => {
    if (observations.length === 0) return;
    const deployment =
      settings.per === 'station' ? (stations.get(deploymentId)?.station ?? deploymentId) : deploymentId;
    for (const label of countedLabels(observations)) {
      records.push({ id: `${media.id}#${label}`, deployment, label, seconds: seconds[photo] ?? null, photo });
    }
  });
  return assessTemporalIndependence(records, settings).events;
}
