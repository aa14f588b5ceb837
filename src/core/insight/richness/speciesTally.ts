import { poissonInterval, type CountInterval } from '../../statistics/poissonInterval.ts';
import type { SnapshotRecord, SurveySnapshot } from '../../survey/surveySnapshot.ts';
import type { SpeciesEvent } from '../../decisions/sequence/event.ts';
import { labelOf, nameOf, observedNames, type ObservedName } from '../../survey/observedName.ts';

/** How often one kind was there. */
export interface SpeciesTally extends ObservedName {
  /** Independent records. */
  events: number;
  /** Of the mean number of events in such a survey, 95 %. */
  interval: CountInterval;
  /** Individuals: for each event the most that somebody counted in one photo, or one where nobody counted. */
  individuals: number;
  photos: number;
  /** Deployments with an event. */
  deployments: number;
  /** Events in which a person named it in at least one photo; the rest are the machine's word. */
  confirmed: number;
}

interface Running {
  individuals: number;
  photos: number;
  confirmed: number;
  events: number;
  deployments: Set<string>;
}

/** What was said of one label in the photos of an event. */
function reading({ photos }: SurveySnapshot, { label, records }: SpeciesEvent<SnapshotRecord>) {
  let individuals = 1;
  let isConfirmed = false;
  for (const { photo } of records) {
    const own = (photos[photo]?.observations ?? []).filter((observation) => labelOf(observation) === label);
    individuals = Math.max(
      individuals,
      own.reduce((sum, { count }) => sum + (count ?? 1), 0),
    );
    isConfirmed ||= own.some(({ provenance }) => provenance.by === 'human');
  }
  return { individuals, isConfirmed };
}

/** Counts the events of each kind: most events first, then by label. Blanks and the unknown are left out. */
export function speciesTally(snapshot: SurveySnapshot): SpeciesTally[] {
  const names = observedNames(snapshot);
  const tallies = new Map<string, Running>();
  for (const event of snapshot.events) {
    const running = tallies.get(event.label) ?? {
      individuals: 0,
      photos: 0,
      confirmed: 0,
      events: 0,
      deployments: new Set(),
    };
    const { individuals, isConfirmed } = reading(snapshot, event);
    running.events += 1;
    running.individuals += individuals;
    running.photos += event.records.length;
    running.confirmed += isConfirmed ? 1 : 0;
    running.deployments.add(event.deployment);
    tallies.set(event.label, running);
  }
  return [...tallies]
    .map(([label, running]): SpeciesTally => ({
      ...nameOf(names, label),
      ...running,
      deployments: running.deployments.size,
      interval: poissonInterval(running.events),
    }))
    .filter(({ role }) => role === 'animal' || role === 'person' || role === 'vehicle')
    .sort((left, right) => right.events - left.events || (left.label < right.label ? -1 : 1));
}
