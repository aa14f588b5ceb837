import type { MachineWord } from './machineWord.ts';
import type { Placement } from './placement.ts';
import type { ReviewOfPhoto, StandingSequence } from './standing.ts';
import { surveyEvents } from './surveyEvents.ts';
import { deploymentsOf } from './snapshotDeployments.ts';
import { SnapshotPhotos } from './snapshotPhotos.ts';
import { SnapshotSequences } from './snapshotSequences.ts';
import type { SurveySnapshot } from './surveySnapshot.ts';

/** What was decided, stage by stage, to be laid out as a snapshot. */
export interface SnapshotParts extends Omit<
  SurveySnapshot,
  'deployments' | 'photos' | 'sequences' | 'events'
> {
  /** Its photos in order of their paths. */
  placement: Placement;
  /** For each copy the id of the photo that counts. */
  copies: ReadonlyMap<string, string>;
  sequences: readonly StandingSequence[];
  reviewOf: ReviewOfPhoto;
  word: MachineWord;
}

/**
 * Lays out what was decided as one value, for readers of a survey as a whole. Of one survey after the other it makes
 * again only what is not as it was: after a review, the photos and sequences of one deployment. Events are found when
 * somebody asks for them.
 */
export class SnapshotAssembler {
  readonly #sequences = new SnapshotSequences();
  readonly #photos = new SnapshotPhotos();

  assemble(parts: SnapshotParts): SurveySnapshot {
    const { appVersion, at, id, name, settings, thresholds, gate, models, labels, placement } = parts;
    const sequences = this.#sequences.of(parts.sequences, placement.photos);
    const photos = this.#photos.of({ ...parts, photos: placement.photos, laidOut: sequences });
    let events: SurveySnapshot['events'] | null = null;
    return {
      ...{ appVersion, at, id, name, settings, thresholds, gate, models, labels },
      deployments: deploymentsOf(placement),
      ...{ photos, sequences },
      get events() {
        const seconds = placement.photos.map((photo) => photo.seconds);
        return (events ??= surveyEvents(photos, seconds, placement.stations, settings.events));
      },
    };
  }
}
